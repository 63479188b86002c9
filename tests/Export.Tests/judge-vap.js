// judge-vap.js CASES RESULTS
// Judges Kubernetes objects by exported admission policies. Each line of CASES holds the YAML of an export and objects, each with the one that it
// replaces; each line of RESULTS holds, for each object, the messages of the validations that fail.
import { readFileSync, writeFileSync } from "node:fs";
import { parseAllDocuments } from "yaml";
import { policy } from "./admission.js";

const [cases, results] = process.argv.slice(2);

function judged(line) {
  const { policies, inputs } = JSON.parse(line);
  const all = parseAllDocuments(policies).map((document) => {
    if (document.errors.length > 0) throw document.errors[0];
    return policy(document.toJS());
  });
  return JSON.stringify(inputs.map(({ object, oldObject }) => all.flatMap((each) => each(object, oldObject))));
}

const lines = readFileSync(cases, "utf8").split("\n").filter((line) => line.length > 0);
writeFileSync(results, lines.map(judged).join("\n") + "\n");
