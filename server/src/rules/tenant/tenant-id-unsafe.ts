import * as l10n from "@vscode/l10n";
import type { Operation } from "../../schema/problem.ts";
import { code } from "../../schema/wording.ts";
import { namesOf } from "../../tenants/name-index.ts";
import { defineRule, type RulePage } from "../rule.ts";
import type { RuleContext } from "../rule-context.ts";

/** What the schema accepts as an id. */
const ID = /^[A-Za-z0-9_-]{3,50}$/;

export const rule = defineRule({
  id: "tenant-id-unsafe",
  severity: "warning",
  at: { tenant: ["tenant_id"] },
  facts: usesElsewhere,
  check: (place, report, uses) => {
    const { known, possible } = place.texts;
    if (!possible.some((text) => ID.test(text)) || !possible.every(isUnsafe)) return;
    const shown = known ?? String(place.node.kind === "scalar" ? place.node.value : "");
    const safe = known === undefined || place.placeholders.state !== "none" ? undefined : safeId(known);
    report(place, {
      message: `${faultOf(possible, shown)} ${l10n.t`Names made from it are refused, or no longer match it, in DNS, buckets and Kubernetes; use lower-case words joined by single hyphens.`}`,
      ...(safe !== undefined && {
        fix: {
          fix: "change",
          path: [],
          changes: [
            {
              title: l10n.t`Rename the tenant to ${code(safe)} in all of its files`,
              preferred: false,
              operations: [{ do: "set", path: place.path, value: safe }, ...renamed(uses, shown, safe)],
            },
          ],
        },
      }),
    });
  },
});

/** The first fault that every text has that the id may become. */
function faultOf(texts: readonly string[], shown: string): string {
  if (texts.every(hasUpperCase)) return l10n.t`The tenant id ${code(shown)} holds upper-case letters.`;
  if (texts.every(hasLooseEnd))
    return l10n.t`The tenant id ${code(shown)} does not begin and end with a letter or digit.`;
  return l10n.t`The tenant id ${code(shown)} holds two separators in a row.`;
}

function hasUpperCase(text: string): boolean {
  return /[A-Z]/.test(text);
}

function hasLooseEnd(text: string): boolean {
  return /^[-_]|[-_]$/.test(text);
}

function isUnsafe(text: string): boolean {
  return hasUpperCase(text) || hasLooseEnd(text) || /[-_]{2}/.test(text);
}

/** The id as all that is named after it can take it; undefined when too little is left of it. */
function safeId(text: string): string | undefined {
  const words = text.toLowerCase().split(/[-_]+/);
  const safe = words.filter((word) => word !== "").join("-");
  return ID.test(safe) ? safe : undefined;
}

/** Where other files of the tenant name it. */
interface Use {
  readonly file: string;
  readonly path: Operation["path"];
  readonly id: string;
}

function usesElsewhere({ model }: RuleContext): readonly Use[] {
  const others = model.context.files.filter(({ uri, kind }) => uri !== model.uri && kind !== "tenant");
  return others.flatMap((file) =>
    namesOf(file)
      .uses.filter(({ nameClass, node }) => nameClass === "tenant" && typeof node.value === "string")
      .map(({ node, path }) => ({ file: file.uri, path, id: String(node.value) })),
  );
}

function renamed(uses: readonly Use[], from: string, to: string): readonly Operation[] {
  const same = uses.filter(({ id }) => id.toLowerCase() === from.toLowerCase());
  return same.map(({ file, path }) => ({ do: "set", file, path, value: to }));
}

export const page: RulePage = {
  title: "A tenant id that can not become a DNS, bucket or Kubernetes name.",
  why: "Host names, buckets, namespaces, schemas and metric labels derive from the tenant id. DNS and Kubernetes take lower-case letters, digits and single hyphens between them, and S3 takes no capitals: `Acme_EU` is refused there, or is silently written in lower case in one place and not in the other, so that two systems no longer agree on who the tenant is.",
  fix: "Rename the tenant in its tenant file and wherever its other files name it. What was created under the old name keeps that name",
  examples: {
    failing: {
      what: "an id with capitals, an underscore and loose ends",
      text: "tenant_id: -Acme_EU- # set by sales\n",
      reports: [
        "warning 1 «-Acme_EU-» The tenant id `-Acme_EU-` holds upper-case letters. Names made from it are refused, or no longer match it, in DNS, buckets and Kubernetes; use lower-case words joined by single hyphens.",
      ],
      fixed: "tenant_id: acme-eu # set by sales\n",
    },
    passing: { what: "lower-case words with hyphens", text: "tenant_id: acme-eu-2\n", reports: [] },
    placeholder: { what: "an id that only the deployment knows", text: "tenant_id: ${TENANT}-eu\n", reports: [] },
    disabled: "the id does not stand in a part that can be switched off",
    more: [
      {
        what: "an id that other files name",
        text: 'tenant_id: "acme_"\n',
        files: {
          "monitoring.yaml": "tenant_id: acme_ # see tenant.yaml\nglobal: {}\n",
          "security.yaml": "tenant_id: other\n",
        },
        reports: [
          'warning 1 «"acme_"» The tenant id `acme_` does not begin and end with a letter or digit. Names made from it are refused, or no longer match it, in DNS, buckets and Kubernetes; use lower-case words joined by single hyphens.',
        ],
        fixed: 'tenant_id: "acme"\n',
      },
      {
        what: "two separators in a row",
        text: "tenant_id: acme--eu\n",
        reports: [
          "warning 1 «acme--eu» The tenant id `acme--eu` holds two separators in a row. Names made from it are refused, or no longer match it, in DNS, buckets and Kubernetes; use lower-case words joined by single hyphens.",
        ],
        fixed: "tenant_id: acme-eu\n",
      },
      {
        what: "capitals beside a part that only the deployment knows",
        text: "tenant_id: Acme-${STAGE}\n",
        reports: [
          "warning 1 «Acme-${STAGE}» The tenant id `Acme-${STAGE}` holds upper-case letters. Names made from it are refused, or no longer match it, in DNS, buckets and Kubernetes; use lower-case words joined by single hyphens.",
        ],
      },
      { what: "a single underscore between words", text: "tenant_id: acme_eu\n", reports: [] },
      { what: "an id that the schema refuses already", text: "tenant_id: Acme Europe\n", reports: [] },
      {
        what: "an id of which too little would be left",
        text: "tenant_id: a--\n",
        reports: [
          "warning 1 «a--» The tenant id `a--` does not begin and end with a letter or digit. Names made from it are refused, or no longer match it, in DNS, buckets and Kubernetes; use lower-case words joined by single hyphens.",
        ],
      },
    ],
  },
};
