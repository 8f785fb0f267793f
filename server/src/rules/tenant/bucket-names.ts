import * as l10n from "@vscode/l10n";
import { code } from "../../schema/wording.ts";

/** What can be wrong with a name, what a person can do about it last. */
export type NameFault = "characters" | "ends" | "dots" | "hyphens" | "address" | "reserved" | "length" | "part";

/** What a name has to be at a provider. */
export interface NameRules {
  /** Everything that may not stand in it. */
  readonly strange: RegExp;
  readonly least: number;
  readonly most: number;
  /** Longest name that holds a dot, and longest part between dots. */
  readonly dotted?: { readonly most: number; readonly part: number };
  /** Ends of names that the provider keeps for itself. */
  readonly reserved?: RegExp;
  /** Names that break the rules and are the provider's own. */
  readonly system?: readonly string[];
  /** Written for what may not stand in it. */
  readonly instead: "-" | "";
  readonly isDottable: boolean;
  /** What the name can not be, and what comes of it. */
  readonly refusal: (name: string) => string;
  readonly characters: () => string;
  readonly reservation?: () => string;
}

const S3_SHAPE = {
  strange: /[^a-z0-9.-]/,
  least: 3,
  most: 63,
  instead: "-",
  isDottable: true,
  characters: () => l10n.t`Use only lower-case letters, digits, \`.\` and \`-\`.`,
} as const;

/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html */
const S3: NameRules = {
  ...S3_SHAPE,
  reserved: /^(?:xn--|sthree-)|(?:-s3alias|--ol-s3)$/,
  refusal: (name) => l10n.t`${code(name)} can not be the name of an S3 bucket, so all access to it fails.`,
  reservation: () =>
    l10n.t`Names that begin with \`xn--\` or \`sthree-\` or end in \`-s3alias\` or \`--ol-s3\` are reserved.`,
};

/** MinIO follows S3, and knows nothing of the names that Amazon reserves. */
const MINIO: NameRules = {
  ...S3_SHAPE,
  refusal: (name) => l10n.t`${code(name)} can not be the name of a MinIO bucket, so all access to it fails.`,
};

/** https://cloud.google.com/storage/docs/buckets#naming */
const GCS: NameRules = {
  ...S3_SHAPE,
  strange: /[^a-z0-9._-]/,
  dotted: { most: 222, part: 63 },
  reserved: /^goog|google/,
  refusal: (name) =>
    l10n.t`${code(name)} can not be the name of a Google Cloud Storage bucket, so all access to it fails.`,
  characters: () => l10n.t`Use only lower-case letters, digits, \`.\`, \`-\` and \`_\`.`,
  reservation: () => l10n.t`Names that begin with \`goog\` or hold \`google\` are reserved.`,
};

/** https://learn.microsoft.com/rest/api/storageservices/naming-and-referencing-containers--blobs--and-metadata */
const AZURE_CONTAINER: NameRules = {
  strange: /[^a-z0-9-]/,
  least: 3,
  most: 63,
  system: ["$root", "$web", "$logs"],
  instead: "-",
  isDottable: false,
  refusal: (name) => l10n.t`${code(name)} can not be the name of an Azure container, so all access to it fails.`,
  characters: () => l10n.t`Use only lower-case letters, digits and \`-\`.`,
};

/** https://learn.microsoft.com/azure/storage/common/storage-account-overview#storage-account-name */
export const AZURE_ACCOUNT: NameRules = {
  strange: /[^a-z0-9]/,
  least: 3,
  most: 24,
  instead: "",
  isDottable: false,
  refusal: (name) => l10n.t`${code(name)} can not be the name of an Azure storage account, so all access to it fails.`,
  characters: () => l10n.t`Use only lower-case letters and digits.`,
};

const BUCKETS: ReadonlyMap<string, NameRules> = new Map([
  ["s3", S3],
  ["minio", MINIO],
  ["gcs", GCS],
  ["azure", AZURE_CONTAINER],
  ["azure_blob", AZURE_CONTAINER],
]);

/** Rules for names of buckets at a provider, as the files write it; undefined where there are none. */
export function bucketRules(provider: string | undefined): NameRules | undefined {
  return BUCKETS.get(provider ?? "");
}

/** All that is wrong with a name, what helps most first. */
export function faultsOf(name: string, rules: NameRules): readonly NameFault[] {
  if (rules.system?.includes(name)) return [];
  const { least, most, dotted, isDottable } = rules;
  const parts = name.split(".");
  const isDotted = dotted !== undefined && parts.length > 1;
  const checks: readonly (readonly [NameFault, boolean])[] = [
    ["characters", rules.strange.test(name)],
    ["ends", /^[._-]|[._-]$/.test(name)],
    ["dots", isDottable && name.includes("..")],
    ["hyphens", !isDottable && name.includes("--")],
    ["address", isDottable && /^\d{1,3}(?:\.\d{1,3}){3}$/.test(name)],
    ["reserved", rules.reserved?.test(name) ?? false],
    ["length", name.length < least || name.length > (isDotted ? dotted.most : most)],
    ["part", isDotted && parts.some((part) => part.length > dotted.part)],
  ];
  return checks.filter(([, isWrong]) => isWrong).map(([fault]) => fault);
}

/** What to do about a fault, as a sentence. */
export function adviceOn(fault: NameFault, rules: NameRules): string {
  switch (fault) {
    case "characters":
      return rules.characters();
    case "ends":
      return l10n.t`Let it begin and end with a letter or digit.`;
    case "dots":
      return l10n.t`Two dots may not follow each other.`;
    case "hyphens":
      return l10n.t`Two hyphens may not follow each other.`;
    case "address":
      return l10n.t`It may not look like an IP address.`;
    case "reserved":
      return rules.reservation?.() ?? "";
    case "length":
      return rules.dotted
        ? l10n.t`It needs at least ${rules.least} and at most ${rules.most} characters, or ${rules.dotted.most} with dots in it.`
        : l10n.t`It needs at least ${rules.least} and at most ${rules.most} characters.`;
    case "part":
      return l10n.t`Each part between the dots has at most ${rules.dotted?.part ?? rules.most} characters.`;
  }
}

/** The name as the provider takes it; undefined when it takes more than other characters. */
export function normalisedName(name: string, rules: NameRules): string | undefined {
  const plain = name.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const words = plain.split(new RegExp(rules.strange.source)).filter((word) => word !== "");
  const joined = words.join(rules.instead).replace(rules.isDottable ? /\.{2,}/g : /-{2,}/g, (run) => run.charAt(0));
  const normalised = /[a-z0-9](?:.*[a-z0-9])?/.exec(joined)?.[0] ?? "";
  return faultsOf(normalised, rules).length === 0 ? normalised : undefined;
}
