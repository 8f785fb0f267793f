// Generated from schemas/draft-07/localization.schema.json by scripts/generate-schemas.ts. Do not edit.


/**
 * Names the schema this file follows, for editors that look for it. `tenant-config:<kind>` or a path ending in `/<kind>.schema.json` also fixes the kind of the file.
 */
export type SchemaUri = string
/**
 * Layout this file is written in. When absent, a file that only uses fields of the old layout counts as version 1.
 */
export type SchemaVersion = ("1" | "2")
/**
 * Links this file to its tenant when it does not stand in that tenant's folder. Compared without regard to case.
 */
export type TenantId = string
/**
 * A BCP 47 language tag: language, then optionally script and region, joined by hyphens.
 */
export type Locale = string
/**
 * One e-mail address.
 */
export type Email = string
/**
 * A text, a nested group of texts, or the plural forms of one text. An object counts as a plural when all its keys are plural categories; it then needs `other`.
 */
export type Message = (string | {
/**
 * Form for nothing, in languages whose grammar has one (Arabic, Latvian, Welsh). English and most others use `other` for 0.
 */
zero?: Message
/**
 * Form for the singular. Which numbers take it depends on the language: 1 in English, 0 and 1 in French, also 21 and 31 in Russian.
 */
one?: Message
/**
 * Form for exactly two, in languages with a dual (Arabic, Hebrew, Slovenian, Welsh).
 */
two?: Message
/**
 * Form for small numbers, in languages that separate them: 2–4 in Russian and Czech, numbers ending in 03–10 in Arabic.
 */
few?: Message
/**
 * Form for large numbers: 5–20 in Russian, numbers ending in 11–99 in Arabic. In French, Spanish, Italian and Portuguese it serves round millions only.
 */
many?: Message
/**
 * Form for every number no other form takes. Every plural needs it, in all languages.
 */
other?: Message
[k: string]: Message | undefined
})
/**
 * A currency code of ISO 4217, three capital letters.
 */
export type Currency = string
/**
 * `cldr` takes the rules Unicode publishes for the language, which is right in nearly all cases. A map of category to condition replaces them, for languages Unicode does not cover. In conditions `n` is the number, `i` its whole part, `v` the count of its decimals.
 */
export type PluralRules = (string | {
/**
 * Condition under which the `zero` form is used.
 */
zero?: string
/**
 * Condition under which the `one` form is used.
 */
one?: string
/**
 * Condition under which the `two` form is used.
 */
two?: string
/**
 * Condition under which the `few` form is used.
 */
few?: string
/**
 * Condition under which the `many` form is used.
 */
many?: string
/**
 * Taken when no condition above holds, so only sample numbers (`@integer …`, `@decimal …`) make sense here.
 */
other?: string
})
/**
 * A path in the file system of the machine that reads it.
 */
export type Path = string
/**
 * A time zone of the IANA database.
 */
export type TimeZone = string
/**
 * A regular expression in RE2 syntax. Prometheus and Alertmanager anchor it at both ends; lookaround and backreferences do not exist.
 */
export type Re2 = string

/**
 * Languages, texts, formats and regional law of one tenant.
 */
export interface LocalizationFile {
/**
 * Keys of your own; kept and ignored.
 */
[k: `x-${string}`]: unknown
/**
 * Names the schema of this file for editors that look for it; `tenant-config:localization` also fixes its kind.
 */
$schema?: SchemaUri
/**
 * Layout this file is written in. When absent, a file that only uses fields of the old layout counts as version 1.
 */
schema_version?: SchemaVersion
/**
 * Tenant these languages belong to. Only needed when the file does not stand in that tenant's folder.
 */
tenant_id?: TenantId
/**
 * Language visitors get first, and the measure all translations are compared with. Must be one of `supported_locales`.
 */
default_locale: Locale
/**
 * Languages offered to users. Each needs a translation, its own or that of a more general tag (`pt` for `pt-BR`).
 *
 * @minItems 1
 *
 * Items: A language on offer. Quote `"no"` (Norwegian): some YAML loaders read it as a boolean.
 */
supported_locales: Locale[]
/**
 * Language of last resort for texts a translation lacks. Must be one of `supported_locales`; when absent, `default_locale` serves.
 */
fallback_locale?: Locale
translations: Translations
regions?: Regions
features?: LocalizationFeatures
validation?: TextChecks
}
/**
 * Texts and formats of each language, keyed by locale. A long language can live in a file of its own through `$file`.
 */
export interface Translations {
[k: string]: Translation
}
/**
 * Everything about one locale: state of the work, texts, formats and plurals. Or only `$file`, when the locale lives in a file of its own.
 */
export interface Translation {
/**
 * State of the translation and the people behind it.
 */
metadata?: TranslationMetadata
/**
 * The texts of the product in this language, in groups. Keys the default locale has and this one lacks fall back to another language at run time.
 */
messages?: Messages
/**
 * How this locale writes dates, times, numbers and amounts of money.
 */
formats?: Formats
/**
 * Choice among plural forms. When absent, the Unicode rules of the language apply.
 */
pluralization?: Pluralization
/**
 * Path of a YAML or JSON file, relative to this one, that holds the whole translation and is read only when needed. Stands alone: the other keys then belong into that file.
 */
$file?: Path
}
/**
 * Names of the language, its writing direction, and how far the translation has come.
 */
export interface TranslationMetadata {
/**
 * Name of the language in that language, as language menus show it.
 */
name?: string
/**
 * Name of the language in English, for administrators and reports.
 */
english_name?: string
/**
 * Direction the text runs in. Must fit the script of the locale: Arabic and Hebrew run right to left.
 */
direction?: ("ltr" | "rtl")
/**
 * Share of the default locale's texts that are translated, in percent. Checked against the real count: a difference of more than 1 is reported.
 */
completion?: number
/**
 * When the translation was last worked on, as an RFC 3339 timestamp.
 */
last_updated?: string
/**
 * People who work on this translation, to ask about a text.
 */
translators?: Translator[]
}
/**
 * One person who works on this translation.
 */
export interface Translator {
/**
 * How the person is credited.
 */
name?: string
/**
 * Where to reach the person about a text.
 */
email?: Email
/**
 * Part the person has in the translation.
 */
role?: ("translator" | "reviewer" | "coordinator")
}
/**
 * Texts in groups. The groups below are known to the product; add any other group for the tenant's own pages. A text is addressed by its dotted path, such as `common.save`.
 */
export interface Messages {
common?: CommonTexts
navigation?: NavigationTexts
authentication?: SignInTexts
spotify?: SpotifyTexts
ai?: AIAssistantTexts
collaboration?: CollaborationTexts
errors?: ErrorTexts
notifications?: NotificationTexts
alerts?: AlertTexts
[k: string]: MessageGroup | CommonTexts | NavigationTexts | SignInTexts | SpotifyTexts | AIAssistantTexts | CollaborationTexts | ErrorTexts | NotificationTexts | AlertTexts | undefined
}
/**
 * Short words that appear all over the product: buttons, confirmations and state lines.
 */
export interface CommonTexts {
/**
 * Button that agrees in a confirmation dialog. Some YAML loaders read an unquoted `yes:` key as a boolean, so quote the key.
 */
yes?: Message
/**
 * Button that declines in a confirmation dialog. Some YAML loaders read an unquoted `no:` key as a boolean, so quote the key.
 */
no?: Message
/**
 * Button that closes a message the user only has to read.
 */
ok?: Message
/**
 * Button that leaves a dialog or form without keeping anything.
 */
cancel?: Message
/**
 * Button that keeps the changes of a form.
 */
save?: Message
/**
 * Button and menu entry that removes the selected item for good.
 */
delete?: Message
/**
 * Button and menu entry that opens an item for changes.
 */
edit?: Message
/**
 * Button that adds a new item, at the top of lists and at the end of creation forms.
 */
create?: Message
/**
 * Button that applies changes to an item that already exists.
 */
update?: Message
/**
 * Line beside a spinner while a page or list is fetched.
 */
loading?: Message
/**
 * Heading of a message box that reports a failure.
 */
error?: Message
/**
 * Heading of a message box that confirms a finished action.
 */
success?: Message
/**
 * Heading of a message box that asks for caution.
 */
warning?: Message
/**
 * Heading of a message box that only informs.
 */
info?: Message
[k: string]: Message | undefined
}
/**
 * Entries of the main menu, the account menu and the paging controls.
 */
export interface NavigationTexts {
/**
 * Menu entry that leads to the start page.
 */
home?: Message
/**
 * Menu entry of the overview with charts and recent activity.
 */
dashboard?: Message
/**
 * Account menu entry for the user's own details.
 */
profile?: Message
/**
 * Account menu entry for preferences.
 */
settings?: Message
/**
 * Menu entry that opens the documentation or support page.
 */
help?: Message
/**
 * Account menu entry that ends the session. Word it like `authentication.logout`.
 */
logout?: Message
/**
 * Link that returns to the page the user came from.
 */
back?: Message
/**
 * Control that goes to the following page or step.
 */
next?: Message
/**
 * Control that goes to the page or step before.
 */
previous?: Message
[k: string]: Message | undefined
}
/**
 * Labels, buttons and faults of the sign-in, registration and password pages.
 */
export interface SignInTexts {
/**
 * Heading and button of the sign-in page.
 */
login?: Message
/**
 * Button that ends the session, and heading of the page shown afterwards.
 */
logout?: Message
/**
 * Heading and button of the page that creates an account.
 */
register?: Message
/**
 * Link under the password field of the sign-in page.
 */
forgot_password?: Message
/**
 * Heading and button of the page that sets a new password, and subject of its mail.
 */
reset_password?: Message
/**
 * Label of the user name field.
 */
username?: Message
/**
 * Label of the password field.
 */
password?: Message
/**
 * Label of the e-mail address field.
 */
email?: Message
/**
 * Label of the second password field when a password is chosen.
 */
confirm_password?: Message
/**
 * Label of the check box that keeps the user signed in on this device.
 */
remember_me?: Message
/**
 * Fault after a failed sign-in. Do not say whether the name or the password was wrong.
 */
invalid_credentials?: Message
/**
 * Fault when too many failed attempts have blocked the account; say how to get back in.
 */
account_locked?: Message
/**
 * Fault under the password field when a new password breaks the password policy.
 */
password_too_weak?: Message
[k: string]: Message | undefined
}
/**
 * Texts of the Spotify connection: linking the account, the player and the recommendations.
 */
export interface SpotifyTexts {
/**
 * Button that links a Spotify account.
 */
connect?: Message
/**
 * Button that removes the link to the Spotify account.
 */
disconnect?: Message
/**
 * Label of a playlist in lists, cards and search results.
 */
playlist?: Message
/**
 * Label of a single song in lists and search results.
 */
track?: Message
/**
 * Label of a performer, and heading of the artist column.
 */
artist?: Message
/**
 * Label of an album, and heading of the album column.
 */
album?: Message
/**
 * Player button that starts the music, read out by screen readers.
 */
play?: Message
/**
 * Player button that halts the music, read out by screen readers.
 */
pause?: Message
/**
 * Player button that goes to the next song.
 */
skip?: Message
/**
 * Player button that returns to the song before.
 */
previous?: Message
/**
 * Player switch for random order.
 */
shuffle?: Message
/**
 * Player switch that starts over at the end of the list or song.
 */
repeat?: Message
/**
 * Label of the loudness slider of the player.
 */
volume?: Message
/**
 * Placeholder of the field that looks for songs, artists and albums.
 */
search?: Message
/**
 * Heading of the section with suggested music.
 */
recommendations?: Message
/**
 * Heading of the list of the songs a user or artist is played most with.
 */
top_tracks?: Message
/**
 * Heading of the list of songs heard last.
 */
recently_played?: Message
[k: string]: Message | undefined
}
/**
 * Texts of the assistant: the chat panel, its progress lines and its results.
 */
export interface AIAssistantTexts {
/**
 * Heading of the conversation panel and of the menu entry that opens it.
 */
chat?: Message
/**
 * Button that has the selected content examined.
 */
analyze?: Message
/**
 * Button that has new content produced.
 */
generate?: Message
/**
 * Progress line while a request is worked on.
 */
processing?: Message
/**
 * Line in the conversation until the first words of an answer arrive.
 */
thinking?: Message
/**
 * Label of a proposal the user can take or leave.
 */
suggestion?: Message
/**
 * Label of the figure that tells how sure the assistant is.
 */
confidence?: Message
/**
 * Label of the field that selects the AI model.
 */
model?: Message
/**
 * Label and placeholder of the field the user writes the request into.
 */
prompt?: Message
/**
 * Heading above the assistant's answer.
 */
response?: Message
/**
 * Line in place of an answer when nothing was found or produced.
 */
no_results?: Message
/**
 * Fault when the tenant's request or token quota is used up; say when to try again.
 */
rate_limit?: Message
[k: string]: Message | undefined
}
/**
 * Texts around shared work: invitations, roles and the presence of other people.
 */
export interface CollaborationTexts {
/**
 * Button that opens the sharing dialog of an item.
 */
share?: Message
/**
 * Button that sends an invitation to another person.
 */
invite?: Message
/**
 * Heading of the shared workspace, and call to work on an item together.
 */
collaborate?: Message
/**
 * Heading of the list of who may do what.
 */
permissions?: Message
/**
 * Role of the person an item belongs to, in the sharing dialog.
 */
owner?: Message
/**
 * Role of people who may change an item, in the sharing dialog.
 */
editor?: Message
/**
 * Role of people who may only read an item, in the sharing dialog.
 */
viewer?: Message
/**
 * Role of people from outside the tenant, in the sharing dialog and the member list.
 */
guest?: Message
/**
 * State beside the name of a person who is connected.
 */
online?: Message
/**
 * State beside the name of a person who is not connected.
 */
offline?: Message
/**
 * Line in the conversation while another person writes.
 */
typing?: Message
[k: string]: Message | undefined
}
/**
 * What users read when a request fails. Say what happened and what they can do; leave technical details to the log.
 */
export interface ErrorTexts {
/**
 * Shown when the server can not be reached, usually because the connection is down.
 */
network_error?: Message
/**
 * Shown when the server failed on a request (HTTP 500 and above).
 */
server_error?: Message
/**
 * Shown above a form with fields that can not be accepted (HTTP 400 and 422).
 */
validation_error?: Message
/**
 * Shown when the user lacks the right for an action (HTTP 403).
 */
permission_denied?: Message
/**
 * Heading of the page for an address or item that does not exist (HTTP 404).
 */
not_found?: Message
/**
 * Shown when an answer took too long (HTTP 408 and 504).
 */
timeout?: Message
/**
 * Last resort when no other error text fits.
 */
unknown_error?: Message
/**
 * Page shown while the service is down on purpose (HTTP 503).
 */
maintenance?: Message
[k: string]: Message | undefined
}
/**
 * Lines of the notification list, also used for push messages. Keep them short.
 */
export interface NotificationTexts {
/**
 * Notification of a message from another person.
 */
new_message?: Message
/**
 * Notification of an invitation to work on something together.
 */
invitation_received?: Message
/**
 * Notification of a file another person gave access to.
 */
file_shared?: Message
/**
 * Notification that a long-running task of the user has ended.
 */
task_completed?: Message
/**
 * Notification of a new version or an announced change of the service.
 */
system_update?: Message
/**
 * Notification of something suspicious on the account, such as a sign-in from a new device.
 */
security_alert?: Message
/**
 * Button on a notification that takes away its unread mark.
 */
mark_as_read?: Message
/**
 * Button that empties the notification list.
 */
clear_all?: Message
[k: string]: Message | undefined
}
/**
 * Texts about alerts shown inside the product, one key per alert or state. The texts Alertmanager sends out live in `alert_templates` of the monitoring file.
 */
export interface AlertTexts {
[k: string]: Message
}
/**
 * A group of texts of the tenant's own. Groups may be nested.
 */
export interface MessageGroup {
[k: string]: Message
}
/**
 * How this locale writes dates, times, numbers and amounts of money.
 */
export interface Formats {
/**
 * Dialect of every date and time pattern of this locale. The same letters mean different things: `DD` is the day of the month in one dialect and the day of the year in the other.
 */
pattern_syntax?: ("moment" | "cldr")
date?: DatePatterns
time?: TimePatterns
/**
 * Day in the first column of calendars. When absent, the convention of the locale's region applies.
 */
first_day_of_week?: ("mon" | "tue" | "wed" | "thu" | "fri" | "sat" | "sun")
/**
 * Digits that numbers and dates are written with, as a CLDR numbering system. When absent, the usual one of the locale applies, which can differ by region (`ar-EG` and `ar-MA`).
 */
numbering_system?: ("latn" | "arab" | "arabext" | "deva" | "beng" | "mymr" | "tibt" | "thai" | "khmr" | "laoo" | "gujr" | "guru" | "knda" | "mlym" | "orya" | "tamldec" | "telu" | "sinh" | "nkoo" | "adlm" | "olck" | "cakm" | "hanidec" | "fullwide" | "mong" | "java" | "bali" | "sund" | "limb" | "lepc" | "mtei" | "vaii" | "osma" | "rohg" | "kali" | "saur" | "cham" | "lana" | "lanatham" | "talu" | "mymrshan" | "mymrtlng" | "mymrepka" | "mymrpao" | "hmng" | "hmnp" | "wcho" | "wara" | "mroo" | "gong" | "gonm" | "sora" | "nagm" | "onao" | "sunu" | "krai" | "gukh" | "gara" | "tnsa" | "tols" | "newa" | "modi" | "tirh" | "takr" | "shrd" | "sind" | "bhks" | "brah" | "ahom" | "diak" | "kawi" | "mathbold" | "mathdbl" | "mathmono" | "mathsans" | "mathsanb" | "outlined" | "segment" | "armn" | "armnlow" | "cyrl" | "ethi" | "geor" | "grek" | "greklow" | "hans" | "hansfin" | "hant" | "hantfin" | "hebr" | "jpan" | "jpanfin" | "roman" | "romanlow" | "taml")
number?: NumberFormats
}
/**
 * Patterns for dates without a time, from the tightest to the longest. Written in the dialect of `pattern_syntax`.
 */
export interface DatePatterns {
/**
 * Digits only, for tables and narrow columns.
 */
short?: string
/**
 * With the short name of the month, for lists and cards.
 */
medium?: string
/**
 * With the full name of the month, for running text.
 */
long?: string
/**
 * The long form with the weekday in front. In the Moment dialect the weekday is `dddd`; `DDDD` would print the day of the year.
 */
full?: string
}
/**
 * Patterns for the time of day. `HH` counts to 23; `hh` counts to 12 and needs the day period (`A`, in CLDR `a`).
 */
export interface TimePatterns {
/**
 * Hours and minutes.
 */
short?: string
/**
 * Hours, minutes and seconds.
 */
medium?: string
/**
 * The medium form with a short zone or offset.
 */
long?: string
/**
 * The medium form with the zone spelled out, where the dialect can.
 */
full?: string
}
/**
 * Separators of numbers, and the symbol of amounts of money with its place.
 */
export interface NumberFormats {
/**
 * The one character between whole part and fraction. Must differ from `thousands_separator`.
 */
decimal_separator?: string
/**
 * Character between groups of digits; an empty text turns grouping marks off. French uses U+202F and many other languages U+00A0: an ordinary space would let a number break across lines.
 */
thousands_separator?: string
/**
 * Group sizes from the right; the last one repeats. Hindi and other Indian languages write `12,34,567`, which is `[3, 2]`.
 *
 * Items: Digits in this group.
 */
grouping?: number[]
/**
 * Sign or short text written beside an amount.
 */
currency_symbol?: string
/**
 * Currency the symbol stands for. Many currencies share `$`, `£` or `kr`, so state it.
 */
currency_code?: Currency
/**
 * Side of the amount on which the symbol stands.
 */
currency_position?: ("before" | "after")
/**
 * Puts a no-break space between amount and symbol. When absent, the convention of the locale applies.
 */
currency_space?: boolean
}
/**
 * How this language chooses among plural forms, with worked examples for translators.
 */
export interface Pluralization {
rules?: PluralRules
examples?: PluralExamples
}
/**
 * Counted texts written out in every form, so that translators and reviewers see which form serves which numbers. Keys are free names for what is counted.
 */
export interface PluralExamples {
[k: string]: PluralExample
}
/**
 * One message in all the plural forms of this language.
 */
export interface PluralExample {
/**
 * Form for nothing, in languages whose grammar has one (Arabic, Latvian, Welsh). English and most others use `other` for 0.
 */
zero?: string
/**
 * Form for the singular. Which numbers take it depends on the language: 1 in English, 0 and 1 in French, also 21 and 31 in Russian.
 */
one?: string
/**
 * Form for exactly two, in languages with a dual (Arabic, Hebrew, Slovenian, Welsh).
 */
two?: string
/**
 * Form for small numbers, in languages that separate them: 2–4 in Russian and Czech, numbers ending in 03–10 in Arabic.
 */
few?: string
/**
 * Form for large numbers: 5–20 in Russian, numbers ending in 11–99 in Arabic. In French, Spanish, Italian and Portuguese it serves round millions only.
 */
many?: string
/**
 * Form for every number no other form takes. Every plural needs it, in all languages.
 */
other: string
}
/**
 * Defaults and legal duties by language or country. A country (`DE`) is the better key for law and money, which follow the place and not the language.
 */
export interface Regions {
timezone_mapping?: TimeZonesByRegion
currency_mapping?: CurrenciesByRegion
legal_compliance?: LawByRegion
}
/**
 * Time zones offered to users of a locale or country; the first one is preselected.
 */
export interface TimeZonesByRegion {
/**
 * IANA time zones, most likely one first.
 *
 * Items: A time zone of the IANA database.
 */
[k: string]: TimeZone[]
}
/**
 * Currency preselected for users of a locale or country.
 */
export interface CurrenciesByRegion {
/**
 * Currency of this locale or country, as an ISO 4217 code.
 */
[k: string]: Currency
}
/**
 * Privacy and age duties for users of a locale or country.
 */
export interface LawByRegion {
[k: string]: LegalCompliance
}
/**
 * Duties towards users of one country or locale.
 */
export interface LegalCompliance {
/**
 * The European data protection regulation holds for these users. True for every country of the European Economic Area.
 */
gdpr_applicable?: boolean
/**
 * The Californian privacy act holds for these users.
 */
ccpa_applicable?: boolean
/**
 * Longest time personal data of these users is kept, in days.
 */
data_retention_days?: number
/**
 * Asks for consent before any cookie that is not strictly necessary is set.
 */
cookie_consent_required?: boolean
/**
 * Checks the age of users before they get an account. Without it `minimum_age` has no effect.
 */
age_verification_required?: boolean
/**
 * Youngest age for an account without a parent's consent, in years. Under the GDPR it is 16 unless the country lowered it, and never below 13.
 */
minimum_age?: number
}
/**
 * How the product picks a language, fetches texts and renders them.
 */
export interface LocalizationFeatures {
automatic_detection?: AutomaticDetection
dynamic_loading?: DynamicLoading
rtl_support?: RightToLeftSupport
interpolation?: Interpolation
}
/**
 * How the language of a new visitor is chosen.
 */
export interface AutomaticDetection {
/**
 * Switches detection on. Without it visitors start in `default_locale`.
 */
enabled?: boolean
/**
 * Sources asked one after the other; the first that names a supported locale wins. Put `user_preference` first, otherwise a guess overrides what the user chose.
 *
 * Items: A source of the visitor's language.
 */
methods?: ("browser" | "ip" | "user_preference" | "accept_language")[]
/**
 * What is taken when no source names a supported locale.
 */
fallback_strategy?: ("default" | "browser" | "closest_match")
}
/**
 * Fetches texts when they are needed instead of shipping all languages with the application.
 */
export interface DynamicLoading {
/**
 * Switches loading on demand on. Without it all texts are part of the application.
 */
enabled?: boolean
/**
 * How long fetched texts are kept before they are asked for again, in seconds. At least five minutes.
 */
cache_duration?: number
/**
 * Fetches a group of texts only when a page uses it, rather than the whole language at once.
 */
lazy_loading?: boolean
/**
 * Where texts come from.
 */
source?: ("bundle" | "http" | "cdn" | "file")
/**
 * Address the texts are fetched from. `{locale}` stands for the language tag, `{namespace}` for the group of texts; without `{namespace}` one request brings all groups.
 */
url_template?: string
/**
 * Locales fetched at start whatever the visitor's language, usually the fallback.
 *
 * Items: A supported locale that is fetched at start.
 */
preload?: Locale[]
/**
 * Groups of texts that can be fetched apart, normally the groups under `messages`.
 *
 * Items: A group of texts.
 */
namespaces?: string[]
/**
 * How many more times a failed fetch is tried before texts fall back to another language. `0` tries once only.
 */
retry?: number
}
/**
 * Rendering of languages that run from right to left. Needed as soon as Arabic, Hebrew, Persian or Urdu is offered.
 */
export interface RightToLeftSupport {
/**
 * Switches right-to-left rendering on for the locales whose direction is `rtl`.
 */
enabled?: boolean
/**
 * Class put on the root element while a right-to-left locale is shown, for style rules.
 */
css_class?: string
/**
 * Also swaps the sides of the layout: menus, arrows and progress. Media controls and digits stay as they are.
 */
mirror_layout?: boolean
}
/**
 * Variables and markup inside texts.
 */
export interface Interpolation {
/**
 * Replaces variables in texts by their values. Without it texts are shown as written.
 */
enabled?: boolean
/**
 * Escapes markup in inserted values. Turning it off lets user input become part of the page, an opening for script injection.
 */
escape_html?: boolean
/**
 * HTML elements texts may contain, without angle brackets. Others are reported.
 *
 * Items: Name of an HTML element.
 */
allowed_tags?: string[]
/**
 * How variables are written in texts, which decides how placeholders are compared between languages.
 */
syntax?: ("auto" | "icu" | "i18next" | "printf" | "python")
}
/**
 * The tenant's own quality bar for texts, checked in every translation.
 */
export interface TextChecks {
/**
 * Texts every supported locale must have, as dotted paths below `messages`. A missing one is an error.
 *
 * Items: Dotted path of a text.
 */
required_keys?: string[]
max_length?: LongestTexts
/**
 * Regular expressions no text may match, for old product names, leftover markers and the like.
 *
 * Items: A regular expression in RE2 syntax, without lookaround. It may match anywhere in a text.
 */
forbidden_patterns?: Re2[]
consistency_checks?: ConsistencyChecks
}
/**
 * Greatest length of texts, for buttons and other narrow places. Keys are dotted paths below `messages`; `*` stands for any part.
 */
export interface LongestTexts {
/**
 * Greatest length, counted in characters as people see them.
 */
[k: string]: number
}
/**
 * Comparisons of each text with the same text of the default locale.
 */
export interface ConsistencyChecks {
/**
 * Reports variables that are missing, extra or named differently than in the default locale.
 */
check_placeholders?: boolean
/**
 * Reports tags that are unbalanced or differ from the default locale.
 */
check_html_tags?: boolean
/**
 * Reports control characters, zero-width characters and direction overrides nobody can see.
 */
check_special_chars?: boolean
}
