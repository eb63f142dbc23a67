// Fill the template named on the command line with each line of values on stdin; answer with CPU milliseconds.

import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { createInterface } from "node:readline";

const [templatePath, lastPath, folder] = process.argv.slice(2);
const { TemplateHandler } = createRequire(`${folder}/`)("easy-template-x");
const template = readFileSync(templatePath);
const handler = new TemplateHandler();

for await (const line of createInterface({ input: process.stdin })) {
  const letters = JSON.parse(line);
  const begin = process.cpuUsage();
  let made;
  for (const values of letters) made = await handler.process(template, values);
  const used = process.cpuUsage(begin);
  console.log((used.user + used.system) / 1000 / letters.length);
  writeFileSync(lastPath, made);
}
