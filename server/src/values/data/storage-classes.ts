/**
 * Storage classes of the providers in the order of their lifecycle rules, warmest first, as of August 2026:
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/lifecycle-transition-general-considerations.html
 * https://cloud.google.com/storage/docs/storage-classes and https://learn.microsoft.com/azure/storage/blobs/access-tiers-overview
 */
export const STORAGE_CLASSES: Readonly<Record<"s3" | "gcs" | "azure_blob", readonly string[]>> = {
  s3: ["STANDARD", "STANDARD_IA", "INTELLIGENT_TIERING", "ONEZONE_IA", "GLACIER_IR", "GLACIER", "DEEP_ARCHIVE"],
  gcs: ["STANDARD", "NEARLINE", "COLDLINE", "ARCHIVE"],
  azure_blob: ["Hot", "Cool", "Cold", "Archive"],
};

/** Days that an object in an archive class is paid for, however early it is deleted; by the class in capitals. */
export const MINIMUM_BILLED_DAYS: Readonly<Record<"s3" | "gcs" | "azure_blob", ReadonlyMap<string, number>>> = {
  s3: new Map([
    ["GLACIER_IR", 90],
    ["GLACIER", 90],
    ["DEEP_ARCHIVE", 180],
  ]),
  gcs: new Map([["ARCHIVE", 365]]),
  azure_blob: new Map([["ARCHIVE", 180]]),
};
