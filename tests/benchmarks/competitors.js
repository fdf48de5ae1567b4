// Runs an npm package on the benchmark's data: node competitors.js TOOL TEMPLATE DATA.json RESULT; see node.py.
"use strict";
const fs = require("fs");
const readline = require("readline");

const [tool, template, dataFile, resultFile] = process.argv.slice(2);
const data = JSON.parse(fs.readFileSync(dataFile, "utf8"));
let last = null;

function carbone(context) {
  const carbone = require("carbone");
  return new Promise((done, failed) => {
    carbone.render(template, context, {}, (error, result) => (error ? failed(error) : done(result)));
  });
}

const templateBytes = fs.readFileSync(template);

// Reads the template, puts rows with the formats of the template's row in place of its rows of tags, writes it.
async function exceljs(context) {
  const ExcelJS = require("exceljs");
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(templateBytes);
  const sheet = book.worksheets[0];
  const keys = Object.keys(context.rows[0]);
  const styles = keys.map((_, index) => sheet.getRow(3).getCell(index + 1).style);
  sheet.spliceRows(2, 3);
  for (const row of context.rows) {
    const made = sheet.addRow(keys.map((key) => row[key]));
    styles.forEach((style, index) => { made.getCell(index + 1).style = style; });
  }
  return book.xlsx.writeBuffer();
}

const make = tool === "exceljs" ? exceljs : carbone;

async function answer(line) {
  if (line === "save") {
    fs.writeFileSync(resultFile, last);
  } else {
    for (const context of data) last = await make(context);
  }
  console.log("done");
}

(async () => {
  console.log("ready");
  for await (const line of readline.createInterface({ input: process.stdin })) await answer(line);
})();
