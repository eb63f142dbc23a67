// Fill a form with pdf-lib, as web applications do.  node fill_pdflib.mjs IN VALUES OUT
import { readFile, writeFile } from "node:fs/promises";
import { PDFDocument, PDFDropdown, PDFRadioGroup } from "pdf-lib";

const [source, values, target] = process.argv.slice(2);
const pdf = await PDFDocument.load(await readFile(source));
const form = pdf.getForm();
for (const [key, value] of Object.entries(JSON.parse(await readFile(values, "utf8")))) {
  const field = form.getField(key);
  if (field instanceof PDFRadioGroup) field.select(value.replaceAll(" ", "_"));
  else if (field instanceof PDFDropdown) field.select(value);
  else field.setText(value);
}
await writeFile(target, await pdf.save());
