/** With what a text begins that a spreadsheet may run, also once somebody saves it as CSV; the full-width signs are read so in East Asia. */
const RUNS = /^'*[=+\-@\t\r\n＝＋－＠]/;
const MARKED = /^'+[=+\-@\t\r\n＝＋－＠]/;
/** Of Excel: a longer text makes it call the whole file broken. */
const TEXT_MAX = 32_767;

/** A text that no spreadsheet runs: one that begins with =, +, -, @, a tab or a line break gets an apostrophe before it. */
export function harmless(text: string): string {
  return RUNS.test(text) ? `'${text}` : text;
}

/** The text as it was before `harmless`. */
export const meant = (text: string): string => (MARKED.test(text) ? text.slice(1) : text);

// XML can't hold these, not even escaped: Excel writes them as _xHHHH_, and whatever looks like that as _x005F_xHHHH_. A line feed it can hold, a carriage return would become one.
const UNWRITABLE =
  /[\u0000-\u0008\u000b-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]|_(?=x[\da-f]{4}_)/gi;
const MARKUP: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** A text as it stands in the XML of a sheet. One that Excel can't hold is a fault: nothing is cut. */
export function xmlText(text: string): string {
  if (text.length > TEXT_MAX) throw new RangeError(`A cell can not hold ${text.length} characters.`);
  return text
    .replace(UNWRITABLE, (unit) => `_x${unit.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`)
    .replace(/[&<>"]/g, (sign) => MARKUP[sign] ?? sign);
}

/** What a text of a sheet's XML, entities read already, stands for. */
export const textOfXml = (text: string): string =>
  text.replace(/_x([\da-f]{4})_/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
