import * as l10n from "@vscode/l10n";
import { code } from "../../schema/wording.ts";
import type { Place } from "../place.ts";
import { defineRule, type Report, type RulePage } from "../rule.ts";
import { AZURE_ACCOUNT, adviceOn, bucketRules, faultsOf, type NameRules, normalisedName } from "./bucket-names.ts";

export const rule = defineRule({
  id: "bucket-name-invalid",
  severity: "error",
  at: {
    tenant: ["environments.*.storage"],
    environment: ["storage.object_storage", "storage.object_storage.buckets.*"],
  },
  // Of an environment file: each bucket is looked at by itself, and the provider stands above their list.
  facts: (context) => {
    const provider = context.file?.get("storage", "object_storage", "provider");
    return provider ? provider.text : "s3";
  },
  check: (place, report, fileProvider) => {
    const provider = place.model.kind === "tenant" ? place.get("type")?.text : fileProvider;
    const rules = bucketRules(provider);
    if (!rules) return;
    for (const key of ["bucket", "container", "name"]) checkName(place.get(key), rules, report);
    if (provider?.startsWith("azure")) checkName(place.get("account"), AZURE_ACCOUNT, report);
  },
});

/** Reports the first fault that the name has whatever its placeholders stand for. */
function checkName(place: Place | undefined, rules: NameRules, report: Report): void {
  if (!place) return;
  const { known, possible } = place.texts;
  const [first = [], ...others] = possible.map((text) => faultsOf(text, rules));
  const fault = first.find((candidate) => others.every((faults) => faults.includes(candidate)));
  if (!fault) return;
  const written = known ?? (place.node.kind === "scalar" ? String(place.node.value) : "");
  const isLiteral = place.placeholders.state === "none";
  const name = isLiteral && fault !== "reserved" && fault !== "address" ? normalisedName(written, rules) : undefined;
  report(place, {
    message: `${rules.refusal(written)} ${adviceOn(fault, rules)}`,
    ...(name !== undefined && {
      fix: {
        fix: "change",
        path: place.path,
        changes: [{ title: l10n.t`Change it to ${code(name)}`, operations: [{ do: "set", path: [], value: name }] }],
      },
    }),
  });
}

const STORAGE = (values: string): string => `environments:\n  production:\n    enabled: true\n    storage: ${values}\n`;
const BUCKETS = (provider: string, lines: string): string =>
  `storage:\n  object_storage:\n    provider: ${provider}\n${lines}`;
const NO_S3 = (name: string, advice: string): string =>
  `\`${name}\` can not be the name of an S3 bucket, so all access to it fails. ${advice}`;
const NO_GCS = (name: string, advice: string): string =>
  `\`${name}\` can not be the name of a Google Cloud Storage bucket, so all access to it fails. ${advice}`;
const NO_CONTAINER = (name: string, advice: string): string =>
  `\`${name}\` can not be the name of an Azure container, so all access to it fails. ${advice}`;
const NO_ACCOUNT = (name: string, advice: string): string =>
  `\`${name}\` can not be the name of an Azure storage account, so all access to it fails. ${advice}`;

export const page: RulePage = {
  title: "A bucket, container or storage account whose name the provider refuses.",
  why: "Names of buckets become part of host names, so providers take much less than file systems do. The deployment stops with `InvalidBucketName` halfway, or the application starts and its first upload fails. Amazon S3 takes 3 to 63 of `a-z`, `0-9`, `.` and `-`; Google Cloud Storage also `_`, and up to 222 characters with dots; an Azure container 3 to 63 of `a-z`, `0-9` and `-`, and a storage account 3 to 24 letters and digits. All of them begin and end with a letter or digit.",
  fix: "Write the name with the characters that the provider takes",
  examples: {
    failing: {
      what: "an Azure account with capitals and a hyphen",
      text: STORAGE("{type: azure, account: My-Store}"),
      reports: [`error 4 «My-Store» ${NO_ACCOUNT("My-Store", "Use only lower-case letters and digits.")}`],
      fixed: STORAGE("{type: azure, account: mystore}"),
    },
    passing: {
      what: "names as each provider takes them",
      text: [
        "environments:",
        "  dev: {enabled: true, storage: {type: s3, bucket: acme.media-2}}",
        "  test: {enabled: true, storage: {type: gcs, bucket: acme_media.acme.example}}",
        "  staging: {enabled: true, storage: {type: azure_blob, account: acme1, container: acme-media}}",
        "  production: {enabled: true, storage: {type: azure, account: acme2, bucket: $web}}",
        "",
      ].join("\n"),
      reports: [],
    },
    placeholder: {
      what: "names that only the deployment knows",
      text: STORAGE(`{type: azure, account: "\${ACCOUNT}", bucket: "a-\${BUCKET}-{{region}}"}`),
      reports: [],
    },
    disabled: {
      what: "an environment that is switched off",
      text: STORAGE("{type: s3, bucket: My_Bucket}").replace("true", "false"),
      reports: [],
    },
    more: [
      {
        what: "capitals beside a part that only the deployment knows",
        text: STORAGE('{type: s3, bucket: "My_${X}"}'),
        reports: [`error 4 «"My_\${X}"» ${NO_S3("My_${X}", "Use only lower-case letters, digits, `.` and `-`.")}`],
      },
      {
        what: "a hyphen at the end, whatever stands before it",
        text: STORAGE('{type: s3, bucket: "${X}-"}'),
        reports: [`error 4 «"\${X}-"» ${NO_S3("${X}-", "Let it begin and end with a letter or digit.")}`],
      },
      {
        what: "a name that a variable completes",
        text: STORAGE('{type: s3, bucket: "acme-${X}"}'),
        files: { "/.env": "X=_1\n" },
        reports: [
          `error 4 «"acme-\${X}"» ${NO_S3("acme-_1", "Use only lower-case letters, digits, `.` and `-` (resolved from X).")}`,
        ],
      },
      {
        what: "an underscore, which Google Cloud Storage takes and S3 does not",
        kind: "environment",
        text: BUCKETS("s3", "    buckets:\n      - name: Müller_Media # old\n        purpose: media\n"),
        reports: [
          `error 5 «Müller_Media» ${NO_S3("Müller_Media", "Use only lower-case letters, digits, `.` and `-`.")}`,
        ],
        fixed: BUCKETS("s3", "    buckets:\n      - name: muller-media # old\n        purpose: media\n"),
      },
      {
        what: "S3, which is meant without a provider, and what it reserves",
        kind: "environment",
        text: "storage:\n  object_storage:\n    buckets:\n      - name: xn--acme\n      - name: acme-s3alias\n      - name: 192.168.5.4\n      - name: a..cme\n      - name: ab\n      - name: my-bucket\n",
        reports: [
          `error 4 «xn--acme» ${NO_S3("xn--acme", "Names that begin with `xn--` or `sthree-` or end in `-s3alias` or `--ol-s3` are reserved.")}`,
          `error 5 «acme-s3alias» ${NO_S3("acme-s3alias", "Names that begin with `xn--` or `sthree-` or end in `-s3alias` or `--ol-s3` are reserved.")}`,
          `error 6 «192.168.5.4» ${NO_S3("192.168.5.4", "It may not look like an IP address.")}`,
          `error 7 «a..cme» ${NO_S3("a..cme", "Two dots may not follow each other.")}`,
          `error 8 «ab» ${NO_S3("ab", "It needs at least 3 and at most 63 characters.")}`,
        ],
      },
      {
        what: "Google Cloud Storage",
        kind: "environment",
        text: BUCKETS(
          "gcs",
          `    buckets:\n      - name: goog-media\n      - name: my-google-media\n      - name: acme_media\n      - name: ${"a".repeat(64)}\n      - name: ${"a".repeat(64)}.b\n`,
        ),
        reports: [
          `error 5 «goog-media» ${NO_GCS("goog-media", "Names that begin with `goog` or hold `google` are reserved.")}`,
          `error 6 «my-google-media» ${NO_GCS("my-google-media", "Names that begin with `goog` or hold `google` are reserved.")}`,
          `error 8 «${"a".repeat(64)}» ${NO_GCS(`${"a".repeat(57)}…`, "It needs at least 3 and at most 63 characters, or 222 with dots in it.")}`,
          `error 9 «${"a".repeat(64)}.b» ${NO_GCS(`${"a".repeat(57)}…`, "Each part between the dots has at most 63 characters.")}`,
        ],
      },
      {
        what: "Azure, with an account and containers",
        kind: "environment",
        text: BUCKETS(
          "azure_blob",
          '    account: acme-production\n    buckets:\n      - name: acme--media\n      - name: acme.media\n      - name: "$logs"\n',
        ),
        reports: [
          `error 4 «acme-production» ${NO_ACCOUNT("acme-production", "Use only lower-case letters and digits.")}`,
          `error 6 «acme--media» ${NO_CONTAINER("acme--media", "Two hyphens may not follow each other.")}`,
          `error 7 «acme.media» ${NO_CONTAINER("acme.media", "Use only lower-case letters, digits and `-`.")}`,
        ],
        fixed: BUCKETS(
          "azure_blob",
          '    account: acmeproduction\n    buckets:\n      - name: acme--media\n      - name: acme.media\n      - name: "$logs"\n',
        ),
      },
      {
        what: "MinIO, to which the names that Amazon reserves mean nothing",
        kind: "environment",
        text: BUCKETS("minio", "    buckets:\n      - name: sthree-media\n      - name: Acme\n"),
        reports: [
          "error 6 «Acme» `Acme` can not be the name of a MinIO bucket, so all access to it fails. Use only lower-case letters, digits, `.` and `-`.",
        ],
        fixed: BUCKETS("minio", "    buckets:\n      - name: sthree-media\n      - name: acme\n"),
      },
      {
        what: "a provider that only the deployment knows, and folders",
        text: `${STORAGE('{type: "${TYPE}", bucket: My_Bucket}')}  test: {enabled: true, storage: {type: local, bucket: My_Bucket}}\n`,
        reports: [],
      },
    ],
  },
};
