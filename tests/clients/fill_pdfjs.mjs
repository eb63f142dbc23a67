// Fill a form as Firefox does: values into the annotation storage, then "save".  node fill_pdfjs.mjs IN VALUES OUT
import { readFile, writeFile } from "node:fs/promises";

globalThis.DOMMatrix ??= class {}; // a browser has it; saving a form draws nothing with it
const { getDocument } = await import("pdfjs-dist/legacy/build/pdf.mjs");

const [source, values, target] = process.argv.slice(2);
const task = getDocument({ data: new Uint8Array(await readFile(source)), verbosity: 0 });
const pdf = await task.promise;
const fields = await pdf.getFieldObjects();
for (const [key, value] of Object.entries(JSON.parse(await readFile(values, "utf8")))) {
  const widgets = fields[key].filter((widget) => widget.type);
  if (widgets[0].type === "radiobutton") {
    const state = value.replaceAll(" ", "_");
    for (const widget of widgets) {
      pdf.annotationStorage.setValue(widget.id, { value: widget.exportValues === state });
    }
  } else {
    pdf.annotationStorage.setValue(widgets[0].id, { value });
  }
}
await writeFile(target, await pdf.saveDocument());
await task.destroy();
