// judge-rego.js CASES RESULTS
// Judges configurations with the exported library as WebAssembly. Each line of CASES holds the data of an export and inputs; each line of RESULTS
// holds what the library says of these inputs.
import { readFileSync, writeFileSync } from "node:fs";
import opa from "@open-policy-agent/opa-wasm";

const [cases, results] = process.argv.slice(2);
const policy = await opa.loadPolicy(readFileSync(new URL("decisions.wasm", import.meta.url)));

function judged(line) {
  const { data, inputs } = JSON.parse(line);
  policy.setData({ decisions: data });
  return JSON.stringify(inputs.map((input) => policy.evaluate(input)[0].result));
}

const lines = readFileSync(cases, "utf8").split("\n").filter((line) => line.length > 0);
writeFileSync(results, lines.map(judged).join("\n") + "\n");
