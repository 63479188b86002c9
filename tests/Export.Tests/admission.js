// Evaluates a ValidatingAdmissionPolicy as Kubernetes does: its variables, then its validations, and the messages of those that fail.
import { celEnv, celMethod, CelScalar, isCelError, listType, parse, plan } from "@bufbuild/cel";
import { strings } from "@bufbuild/cel/ext";

const { DYN, INT, STRING } = CelScalar;

// Expressions of exports mean the same to every engine; this one is fast.
const compiled = new Map();
const expression = (pattern) => {
  if (!compiled.has(pattern)) compiled.set(pattern, new RegExp(pattern));
  return compiled.get(pattern);
};

// Kubernetes counts code points, and JavaScript units of UTF-16.
function substring(start, end) {
  return [...this].slice(Number(start), end === undefined ? undefined : Number(end)).join("");
}

// What Kubernetes adds to CEL, as far as exports use it.
const funcs = [
  ...strings.filter(({ name }) => name !== "substring"),
  celMethod("substring", STRING, [INT], STRING, substring),
  celMethod("substring", STRING, [INT, INT], STRING, substring),
  celMethod("find", STRING, [STRING], STRING, function (pattern) {
    return expression(pattern).exec(this)?.[0] ?? "";
  }),
  celMethod("lastIndexOf", listType(DYN), [DYN], INT, function (item) {
    return BigInt([...this].lastIndexOf(item));
  }),
  celMethod("sum", listType(INT), [], INT, function () {
    return [...this].reduce((sum, each) => sum + each, 0n);
  }),
];
const env = celEnv({ funcs });

// Most expressions are the same in each policy.
const plans = new Map();
function planned(text) {
  if (!plans.has(text)) plans.set(text, plan(env, parse(text)));
  return plans.get(text);
}

function evaluated(plan, context, what) {
  const result = plan(context);
  if (isCelError(result)) throw new Error(`${what}: ${result.message}`);
  return result;
}

// policy(DOCUMENT): a function from object and oldObject to the messages of the validations that fail.
export function policy({ spec }) {
  const variables = spec.variables.map(({ name, expression }) => [name, planned(expression)]);
  const validations = spec.validations.map((each) => [planned(each.expression), planned(each.messageExpression)]);
  return (object, oldObject = null) => {
    const context = { object, oldObject, variables: {} };
    for (const [name, plan] of variables) context.variables[name] = evaluated(plan, context, name);
    return validations.flatMap(([holds, message]) => evaluated(holds, context, "expression") === true ? [] : [evaluated(message, context, "message")]);
  };
}
