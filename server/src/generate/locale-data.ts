/** What a new localization file needs for one language. */
export interface LocaleData {
  readonly name: string;
  readonly englishName: string;
  readonly direction: "ltr" | "rtl";
  readonly dates: readonly [short: string, medium: string, long: string, full: string];
  readonly times: readonly [short: string, medium: string, long: string];
  readonly decimal: string;
  readonly thousands: string;
  readonly currencyPosition: "before" | "after";
  readonly words: Readonly<Record<MessageKey, string>>;
  /** Forms of "{count} file(s)" by CLDR plural category. */
  readonly files: Readonly<Record<string, string>>;
}

/** Messages that every new tenant starts with, group `common`. */
export const MESSAGE_KEYS = [
  "yes",
  "no",
  "ok",
  "cancel",
  "save",
  "delete",
  "edit",
  "loading",
  "error",
  "success",
] as const;
export type MessageKey = (typeof MESSAGE_KEYS)[number];

const NARROW_SPACE = "\u202F";
const NO_BREAK_SPACE = "\u00A0";
const CLOCK = ["HH:mm", "HH:mm:ss", "HH:mm:ss z"] as const;
const CLOCK_12 = ["h:mm A", "h:mm:ss A", "h:mm:ss A z"] as const;

function words(...texts: readonly string[]): Readonly<Record<MessageKey, string>> {
  return Object.fromEntries(MESSAGE_KEYS.map((key, index) => [key, texts[index] ?? ""])) as Record<MessageKey, string>;
}

/** The twelve languages of the product (contract B.5), in its order. Patterns are in the moment dialect, separators as in CLDR 48. */
export const LOCALE_DATA: Readonly<Record<string, LocaleData>> = {
  en: {
    name: "English",
    englishName: "English",
    direction: "ltr",
    dates: ["MM/DD/YYYY", "MMM D, YYYY", "MMMM D, YYYY", "dddd, MMMM D, YYYY"],
    times: CLOCK_12,
    decimal: ".",
    thousands: ",",
    currencyPosition: "before",
    words: words("Yes", "No", "OK", "Cancel", "Save", "Delete", "Edit", "Loading…", "Error", "Done"),
    files: { one: "{count} file", other: "{count} files" },
  },
  fr: {
    name: "Français",
    englishName: "French",
    direction: "ltr",
    dates: ["DD/MM/YYYY", "D MMM YYYY", "D MMMM YYYY", "dddd D MMMM YYYY"],
    times: CLOCK,
    decimal: ",",
    thousands: NARROW_SPACE,
    currencyPosition: "after",
    words: words(
      "Oui",
      "Non",
      "D’accord",
      "Annuler",
      "Enregistrer",
      "Supprimer",
      "Modifier",
      "Chargement…",
      "Erreur",
      "Terminé",
    ),
    files: { one: "{count} fichier", many: "{count} de fichiers", other: "{count} fichiers" },
  },
  de: {
    name: "Deutsch",
    englishName: "German",
    direction: "ltr",
    dates: ["DD.MM.YYYY", "D. MMM YYYY", "D. MMMM YYYY", "dddd, D. MMMM YYYY"],
    times: CLOCK,
    decimal: ",",
    thousands: ".",
    currencyPosition: "after",
    words: words(
      "Ja",
      "Nein",
      "In Ordnung",
      "Abbrechen",
      "Speichern",
      "Löschen",
      "Bearbeiten",
      "Wird geladen …",
      "Fehler",
      "Fertig",
    ),
    files: { one: "{count} Datei", other: "{count} Dateien" },
  },
  es: {
    name: "Español",
    englishName: "Spanish",
    direction: "ltr",
    dates: ["DD/MM/YYYY", "D MMM YYYY", "D [de] MMMM [de] YYYY", "dddd, D [de] MMMM [de] YYYY"],
    times: CLOCK,
    decimal: ",",
    thousands: ".",
    currencyPosition: "after",
    words: words("Sí", "No", "Aceptar", "Cancelar", "Guardar", "Eliminar", "Editar", "Cargando…", "Error", "Listo"),
    files: { one: "{count} archivo", many: "{count} de archivos", other: "{count} archivos" },
  },
  it: {
    name: "Italiano",
    englishName: "Italian",
    direction: "ltr",
    dates: ["DD/MM/YYYY", "D MMM YYYY", "D MMMM YYYY", "dddd D MMMM YYYY"],
    times: CLOCK,
    decimal: ",",
    thousands: ".",
    currencyPosition: "after",
    words: words("Sì", "No", "Va bene", "Annulla", "Salva", "Elimina", "Modifica", "Caricamento…", "Errore", "Fatto"),
    files: { one: "{count} file", many: "{count} di file", other: "{count} file" },
  },
  pt: {
    name: "Português",
    englishName: "Portuguese",
    direction: "ltr",
    dates: ["DD/MM/YYYY", "D [de] MMM [de] YYYY", "D [de] MMMM [de] YYYY", "dddd, D [de] MMMM [de] YYYY"],
    times: CLOCK,
    decimal: ",",
    thousands: ".",
    currencyPosition: "before",
    words: words("Sim", "Não", "Certo", "Cancelar", "Salvar", "Excluir", "Editar", "Carregando…", "Erro", "Pronto"),
    files: { one: "{count} arquivo", many: "{count} de arquivos", other: "{count} arquivos" },
  },
  ru: {
    name: "Русский",
    englishName: "Russian",
    direction: "ltr",
    dates: ["DD.MM.YYYY", "D MMM YYYY г.", "D MMMM YYYY г.", "dddd, D MMMM YYYY г."],
    times: CLOCK,
    decimal: ",",
    thousands: NO_BREAK_SPACE,
    currencyPosition: "after",
    words: words("Да", "Нет", "Хорошо", "Отмена", "Сохранить", "Удалить", "Изменить", "Загрузка…", "Ошибка", "Готово"),
    files: { one: "{count} файл", few: "{count} файла", many: "{count} файлов", other: "{count} файла" },
  },
  zh: {
    name: "中文",
    englishName: "Chinese",
    direction: "ltr",
    dates: ["YYYY/MM/DD", "YYYY年M月D日", "YYYY年M月D日", "YYYY年M月D日dddd"],
    times: CLOCK,
    decimal: ".",
    thousands: ",",
    currencyPosition: "before",
    words: words("是", "否", "确定", "取消", "保存", "删除", "编辑", "加载中…", "错误", "完成"),
    files: { other: "{count} 个文件" },
  },
  ja: {
    name: "日本語",
    englishName: "Japanese",
    direction: "ltr",
    dates: ["YYYY/MM/DD", "YYYY/MM/DD", "YYYY年M月D日", "YYYY年M月D日dddd"],
    times: CLOCK,
    decimal: ".",
    thousands: ",",
    currencyPosition: "before",
    words: words("はい", "いいえ", "了解", "キャンセル", "保存", "削除", "編集", "読み込み中…", "エラー", "完了"),
    files: { other: "{count} 個のファイル" },
  },
  ko: {
    name: "한국어",
    englishName: "Korean",
    direction: "ltr",
    dates: ["YYYY. MM. DD.", "YYYY. M. D.", "YYYY년 M월 D일", "YYYY년 M월 D일 dddd"],
    times: ["A h:mm", "A h:mm:ss", "A h:mm:ss z"],
    decimal: ".",
    thousands: ",",
    currencyPosition: "before",
    words: words("예", "아니요", "확인", "취소", "저장", "삭제", "편집", "불러오는 중…", "오류", "완료"),
    files: { other: "파일 {count}개" },
  },
  ar: {
    name: "العربية",
    englishName: "Arabic",
    direction: "rtl",
    dates: ["DD/MM/YYYY", "D MMM YYYY", "D MMMM YYYY", "dddd، D MMMM YYYY"],
    times: CLOCK_12,
    decimal: "٫",
    thousands: "٬",
    currencyPosition: "after",
    words: words("نعم", "لا", "حسنًا", "إلغاء", "حفظ", "حذف", "تعديل", "جارٍ التحميل…", "خطأ", "تم"),
    files: {
      zero: "لا ملفات ({count})",
      one: "ملف واحد ({count})",
      two: "ملفان ({count})",
      few: "{count} ملفات",
      many: "{count} ملفًا",
      other: "{count} ملف",
    },
  },
  he: {
    name: "עברית",
    englishName: "Hebrew",
    direction: "rtl",
    dates: ["DD.MM.YYYY", "D בMMM YYYY", "D בMMMM YYYY", "dddd, D בMMMM YYYY"],
    times: CLOCK,
    decimal: ".",
    thousands: ",",
    currencyPosition: "after",
    words: words("כן", "לא", "אישור", "ביטול", "שמירה", "מחיקה", "עריכה", "טוען…", "שגיאה", "בוצע"),
    files: { one: "קובץ {count}", two: "{count} קבצים", other: "{count} קבצים" },
  },
};
