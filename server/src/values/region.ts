import * as l10n from "@vscode/l10n";
import { acceptAll } from "./define-language.ts";
import type { ScalarLanguage } from "./scalar-language.ts";

const AWS: Readonly<Record<string, string>> = {
  "us-east-1": "N. Virginia",
  "us-east-2": "Ohio",
  "us-west-1": "N. California",
  "us-west-2": "Oregon",
  "ca-central-1": "Canada (Central)",
  "eu-west-1": "Ireland",
  "eu-west-2": "London",
  "eu-west-3": "Paris",
  "eu-central-1": "Frankfurt",
  "eu-central-2": "Zurich",
  "eu-north-1": "Stockholm",
  "eu-south-1": "Milan",
  "ap-south-1": "Mumbai",
  "ap-southeast-1": "Singapore",
  "ap-southeast-2": "Sydney",
  "ap-northeast-1": "Tokyo",
  "ap-northeast-2": "Seoul",
  "sa-east-1": "São Paulo",
};

const GCP: Readonly<Record<string, string>> = {
  "us-central1": "Iowa",
  "us-east1": "South Carolina",
  "us-west1": "Oregon",
  "northamerica-northeast1": "Montréal",
  "europe-west1": "Belgium",
  "europe-west2": "London",
  "europe-west3": "Frankfurt",
  "europe-west4": "Netherlands",
  "europe-west9": "Paris",
  "europe-north1": "Finland",
  "asia-south1": "Mumbai",
  "asia-southeast1": "Singapore",
  "asia-northeast1": "Tokyo",
  "australia-southeast1": "Sydney",
  "southamerica-east1": "São Paulo",
};

const AZURE: Readonly<Record<string, string>> = {
  eastus: "Virginia",
  eastus2: "Virginia",
  centralus: "Iowa",
  westus2: "Washington",
  canadacentral: "Toronto",
  northeurope: "Ireland",
  westeurope: "Netherlands",
  uksouth: "London",
  francecentral: "Paris",
  germanywestcentral: "Frankfurt",
  swedencentral: "Gävle",
  switzerlandnorth: "Zürich",
  centralindia: "Pune",
  southeastasia: "Singapore",
  japaneast: "Tokyo",
  australiaeast: "New South Wales",
  brazilsouth: "São Paulo State",
};

const CLOUDS: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
  ["AWS", AWS],
  ["Google Cloud", GCP],
  ["Azure", AZURE],
];

/** `region`: a region of a cloud provider; every text is accepted, the best known ones are offered. */
export const regionLanguage: ScalarLanguage = acceptAll("region", l10n.t("Region"), {
  completions: () =>
    CLOUDS.flatMap(([cloud, regions]) =>
      Object.entries(regions).map(([label, place]) => ({ label, detail: `${place} (${cloud})` })),
    ),
  describe(text) {
    const found = CLOUDS.find(([, regions]) => Object.hasOwn(regions, text));
    return found && `${found[1][text]} (${found[0]})`;
  },
});
