// measure.js DATA
// Prints how long the exported library takes, as WebAssembly, by the number of keys.
import { readFileSync } from "node:fs";
import opa from "@open-policy-agent/opa-wasm";

const policy = await opa.loadPolicy(readFileSync(new URL("decisions.wasm", import.meta.url)));
policy.setData({ decisions: JSON.parse(readFileSync(process.argv[2], "utf8")) });

function settings(count) {
  const all = {};
  for (let i = 0; Object.keys(all).length < count; i++) {
    const section = `Section${String((i % 20) + 1).padStart(2, "0")}`;
    all[`${section}:Part${i}:Enabled`] = "false";
    all[`${section}:Part${i}:Kind`] = i % 3 === 0 ? "oauth" : "other";
    all[`${section}:Part${i}:Key${i % 7}`] = "8081";
    all[`Other:Part${i}:Url`] = "https://a.example";
  }
  return { decisions: 1, complete: false, settings: all };
}

for (const count of [1000, 2000, 4000]) {
  const input = settings(count);
  for (let i = 0; i < 3; i++) policy.evaluate(input);
  const times = [];
  for (let i = 0; i < 9; i++) {
    // The time of this process alone: others may be busy.
    const start = process.cpuUsage();
    policy.evaluate(input);
    times.push(process.cpuUsage(start).user / 1000);
  }
  console.log(`100 rules, ${count} keys: ${times.sort((a, b) => a - b)[4].toFixed(1)} ms`);
}
