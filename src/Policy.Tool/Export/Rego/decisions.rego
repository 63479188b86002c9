# Written by 'decisions export rego'. Change the records, and export again.
#
# Judges a configuration by the decisions in decisions/data.json, as DecisionPolicies does. docs/export.md of DecisionPolicies describes the input
# and the results: 'deny' for accepted decisions, 'warn' for proposed ones, 'findings' for both and for what a waiver covers.
package decisions

import rego.v1

deny contains problem if some problem in problems

deny contains finding.message if {
	some finding in findings
	finding.consequence == "rejected"
}

warn contains finding.message if {
	some finding in findings
	finding.consequence == "warned"
}

# The decisions that are broken, each rule at each key.
findings contains finding if {
	some record in data.decisions.records
	some rule in record.rules
	is_in_environment(rule)
	conditions := object.get(rule, "when", [])
	searched := [search(when) | some when in conditions]
	some key in candidates(rule.key)
	not is_excepted(rule, key)
	some value in values_of(key)
	result := judgement(rule, key, value, searched)
	shown := shown_key(rule.key, key)
	finding := {
		"consequence": consequence(record, rule, key),
		"decision": record.id,
		"file": rule.file,
		"key": shown,
		"line": rule.line,
		"link": record.link,
		"message": message(rule, shown, result.fact),
		"state": result.state,
	}
}

# Without these, nothing would be judged, in silence.
problems contains "decisions/data.json is not loaded, so no decision was judged." if not has_records

problems contains "The input is not a settings file, so no decision was judged." if not has_input

problems contains "The version of the flattened input is not known. Flatten it with the same version of 'decisions' as the export." if {
	is_number(input.decisions)
	is_object(input.settings)
	input.decisions != 1
}

problems contains "'environment' in the input must be text, as in 'Production'." if not is_string(environment_name)

problems contains "'today' in the input must be a day, as in '2026-11-30'." if {
	is_flattened
	not is_day(object.get(input, "today", "2026-11-30"))
}

problems contains "'complete' in the input must be true or false." if {
	is_flattened
	not is_boolean(object.get(input, "complete", false))
}

problems contains "A key has more than 64 segments, which is the limit. It was not judged." if {
	some leaf in all_leaves
	is_too_deep(leaf)
}

# ---- The input ----

# What 'decisions flatten' writes says so. Anything else is a settings file as a parser read it.
is_flattened if {
	input.decisions == 1
	is_object(input.settings)
}

settings := input.settings if is_flattened

else := input

has_records if is_array(data.decisions.records)

has_input if is_object(settings)

has_input if is_array(settings)

# A host without an environment is in production.
environment_name := object.get(input, "environment", "Production") if is_flattened

else := "Production"

environment := "production" if trim(environment_name, spaces) == ""

else := folded(environment_name)

# Whether a key that is missing here is missing altogether.
is_complete if {
	is_flattened
	input.complete == true
}

today := input.today if {
	is_flattened
	is_day(input.today)
}

else := data.decisions.as_of

is_day(text) if regex.match(`^[0-9]{4}-[0-9]{2}-[0-9]{2}$`, text)

# ---- The keys: in lower case, and with a colon before each segment ----

leaves := [leaf | some leaf in all_leaves; not is_too_deep(leaf)]

is_too_deep(leaf) if count(split(leaf.key, ":")) > 65

all_leaves := [leaf |
	walk(settings, [path, value])
	count(path) > 0
	not has_members(value)
	shown := concat("", [part | some step in path; part := concat("", [":", segment(step)])])
	leaf := {"key": folded(shown), "shown": shown, "value": value}
]

has_members(value) if {
	is_object(value)
	count(value) > 0
}

has_members(value) if {
	is_array(value)
	count(value) > 0
}

segment(step) := step if is_string(step)

segment(step) := format_int(step, 10) if is_number(step)

# Lower case for ASCII alone: the other characters whose lower case is in ASCII are themselves, as in .NET.
folded(text) := lower(replace(replace(text, "\u212a", "\ue12a"), "\u0130", "\ue130"))

held[leaf.key] contains {"is": leaf.value} if some leaf in leaves

# Each key that exists, with its spellings.
spelled[key] contains shown if {
	some leaf in leaves
	names := split(leaf.shown, ":")
	parts := split(leaf.key, ":")
	some length in numbers.range(2, count(parts))
	key := concat(":", array.slice(parts, 0, length))
	shown := concat(":", array.slice(names, 0, length))
}

# Each key that rules search below, with all keys there.
below[prefix] contains key if {
	some key, _ in all_spelled
	parts := split(key, ":")
	some length in numbers.range(1, count(parts))
	prefix := concat(":", array.slice(parts, 0, length))
	prefix in prefixes
}

prefixes contains reach.prefix if some reach in data.decisions.records[_].rules[_].key.reaches

prefixes contains reach.prefix if some reach in data.decisions.records[_].rules[_].when[_].key.reaches

# The keys at or below which there is text.
filled contains key if {
	some leaf in leaves
	written({"is": leaf.value}).state == "value"
	parts := split(leaf.key, ":")
	some length in numbers.range(2, count(parts))
	key := concat(":", array.slice(parts, 0, length))
}

# As a whole, so that looking a key up does not search.
all_held := held

all_spelled := spelled

all_below := below

all_filled := filled

values_of(key) := object.get(all_held, key, {{}})

matching(reach) := {key | some key in object.get(all_below, reach.prefix, set()); regex.match(reach.expression, key)}

candidates(pattern) := {key | key := pattern.literal} | {key |
	some reach in pattern.reaches
	some start in matching(reach)
	key := concat("", [start, reach.tail])
}

# The key as it is written: in the record, or where it is set.
shown_key(pattern, key) := pattern.text if key == pattern.literal

else := substring(spelling, 1, -1) if spelling := min(all_spelled[key])

else := min({shown |
	some reach in pattern.reaches
	endswith(key, reach.tail)
	start := substring(key, 0, count(key) - count(reach.tail))
	shown := substring(concat("", [min(all_spelled[start]), reach.shown_tail]), 1, -1)
})

# The segments that the wildcards of a pattern match.
stars(pattern, key) := [parts[at] |
	parts := split(key, ":")
	some star in object.get(pattern, "stars", [])
	at := (star + count(parts)) % count(parts)
]

is_excepted(rule, key) if {
	some expression in rule.except
	regex.match(expression, key)
}

is_in_environment(limited) if not limited.environments

is_in_environment(limited) if environment in limited.environments

# ---- The values: as they are written, and in at most one other reading ----

spaces := "\u0000\t\n\u000b\f\r \u0085\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000"

# NUL is white space around text, but text of NUL alone is not empty.
blanks := substring(spaces, 1, -1)

text_of(value) := value if is_string(value)

text_of(value) := "True" if value == true

text_of(value) := "False" if value == false

text_of(value) := json.marshal(value) if is_number(value)

text_of(value) := "" if value == []

written(held_value) := {"state": "absent", "as": "written"} if count(held_value) == 0

written(held_value) := {"state": "null", "as": "written"} if held_value["is"] in {null, {}}

written(held_value) := {"state": "empty", "as": "written"} if trim(text_of(held_value["is"]), blanks) == ""

written(held_value) := {"state": "value", "as": "written", "text": text, "path": path} if {
	trim(text_of(held_value["is"]), blanks) != ""
	text := trim(text_of(held_value["is"]), spaces)
	path := without_slash(text)
}

without_slash(text) := substring(text, 0, count(text) - 1) if {
	count(text) > 1
	endswith(text, "/")
} else := text

readings(held_value) := [first, object.union(first, {"as": other})] if {
	first := written(held_value)
	other := otherwise(first)
} else := [written(held_value)]

otherwise(reading) := "default" if reading.state == "null"

otherwise(reading) := "negative" if is_negative(reading.text)

otherwise(reading) := "list" if contains(reading.text, ",")

# ---- The rules ----

# What follows at a key: its state, and the words for it. Undefined if the rule is kept.
judgement(rule, key, value, searched) := {"state": state, "fact": fact} if {
	conditions := object.get(rule, "when", [])
	context := [condition(when, stars(rule.key, key), searched[i]) | some i, when in conditions]
	not "fails" in context
	read := readings(value)
	outcomes := [outcome(rule.tests, reading, key) | some reading in read]
	result := verdict(rule, key, read, outcomes)
	fact := certain(result, context)
	state := state_of(fact)
	not is_left_open(state)
}

state_of(fact) := "null" if fact == "default"

else := "value" if fact == "negative"

else := fact

# What a condition on another key leaves open is left open.
certain(result, context) := "unclear" if "unclear" in context

else := result

is_left_open(state) if {
	state == "absent"
	not is_complete
}

verdict(rule, key, read, outcomes) := fact_of(rule, key, read[at]) if {
	at := min([i | some i, result in outcomes; result == breaking(rule)])
} else := "unclear" if {
	"unclear" in outcomes
}

breaking(rule) := "fails" if rule.require

else := "holds"

fact_of(rule, key, reading) := "section" if {
	reading.state != "value"
	key in all_filled
	not is_named(rule.tests, reading)
} else := reading["as"] if {
	reading["as"] in {"default", "negative"}
} else := reading.state

is_named(tests, reading) if {
	some test in tests
	test["is"] == "equal"
	equals(test, reading)
}

outcome(tests, reading, key) := "fails" if {
	some test in tests
	fails(test, reading, key)
} else := "holds" if {
	every test in tests { holds(test, reading, key) }
} else := "unclear"

fails(test, reading, key) if {
	not holds(test, reading, key)
	not is_unclear(test, reading)
}

holds(test, reading, _) if {
	test["is"] == "equal"
	equals(test, reading)
}

holds(test, reading, _) if {
	test["is"] == "path"
	regex.match(test.path, reading.path)
}

holds(test, _, key) if {
	test["is"] == "present"
	test.present == (key in all_filled)
}

holds(test, reading, _) if {
	test["is"] == "least"
	number(reading) >= test.bound
}

holds(test, reading, _) if {
	test["is"] == "most"
	number(reading) <= test.bound
}

equals(test, reading) if reading.state in test.states

equals(test, reading) if {
	test.zero
	reading["as"] == "default"
}

equals(test, reading) if regex.match(test.text, reading.text)

equals(test, reading) if {
	reading["as"] == "list"
	some part in split(reading.text, ",")
	regex.match(test.name, trim(part, spaces))
}

equals(test, reading) if {
	reading["as"] != "negative"
	number(reading) in test.numbers
}

equals(test, reading) if {
	reading["as"] == "negative"
	number(reading) in test.negatives
}

is_unclear(test, reading) if {
	test["is"] == "path"
	may_be_respelled(reading.text)
}

is_unclear(test, reading) if {
	test["is"] in {"least", "most"}
	is_unclear_number(reading.text)
}

is_unclear(test, reading) if {
	test["is"] == "equal"
	test.numbers
	is_unclear_number(reading.text)
}

# ---- Numbers, doubled: what lies between two whole numbers is the odd number between them ----

# Beyond every bound of a rule.
large := 4000000000000000

number(reading) := 0 if reading["as"] == "default"

number(reading) := negative(hexadecimal_digits(reading.text)) if reading["as"] == "negative"

number(reading) := positive(hexadecimal_digits(reading.text)) if {
	reading["as"] == "written"
	is_hexadecimal(reading.text)
}

number(reading) := decimal(decimal_parts(reading.text)) if {
	reading["as"] == "written"
	is_decimal(reading.text)
}

number(reading) := sign(reading.text) * large if {
	reading["as"] == "written"
	regex.match(`^[+-]?[Ii][Nn][Ff][Ii][Nn][Ii][Tt][Yy]$`, reading.text)
}

is_decimal(text) if regex.match(`^[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?$`, text)

sign(text) := -1 if startswith(text, "-")

else := 1

# The digits from the first to the last that is not zero, and the power of ten that they are multiplied with. A power of many digits is far away.
decimal_parts(text) := {"sign": sign(text), "digits": digits, "power": power, "is_far": count(exponent) > 2} if {
	halves := array.concat(split(lower(trim_left(text, "+-")), "e"), [""])
	exponent := trim_left(trim_left(halves[1], "+-"), "0")
	places := array.concat(split(halves[0], "."), [""])
	significant := trim_left(concat("", [places[0], places[1]]), "0")
	digits := trim_right(significant, "0")
	moved := sign(halves[1]) * to_number(concat("", ["0", substring(exponent, 0, 2)]))
	power := (moved - count(places[1])) + (count(significant) - count(digits))
}

# Engines round fractions of more digits in different ways.
is_unclear_number(text) if {
	is_decimal(text)
	is_unclear_decimal(decimal_parts(text))
}

is_unclear_decimal(parts) if {
	parts.is_far
	parts.digits != ""
}

is_unclear_decimal(parts) if {
	parts.power < 0
	count(parts.digits) + parts.power <= 15
	max([count(parts.digits), 0 - parts.power]) > 15
}

decimal(parts) := 0 if parts.digits == ""

decimal(parts) := parts.sign * magnitude(parts.digits, parts.power) if {
	parts.digits != ""
	not is_unclear_decimal(parts)
}

magnitude(digits, power) := large if {
	count(digits) + power > 15
} else := 2 * to_number(concat("", [digits, substring("000000000000000", 0, power)])) if {
	power >= 0
} else := 1 + (2 * to_number(concat("", ["0", substring(digits, 0, max([count(digits) + power, 0]))])))

is_hexadecimal(text) if {
	spaced := concat("", ["^(?:0[xX]|&[hH]|#)[", blanks, "]*[+]?(?:0[xX])?0*[0-9A-Fa-f]{1,32}$"])
	regex.match(spaced, text)
}

# Without the prefix, which may be there twice, and without leading zeros.
hexadecimal_digits(text) := trim_left(trim_prefix(trim_prefix(trim_left(rest, blanks), "+"), "0x"), "0") if {
	rest := lower(substring(text, hexadecimal_prefix(text), -1))
}

hexadecimal_prefix(text) := 1 if startswith(text, "#")

else := 2

positive(digits) := 2 * base_16(digits, 0) if count(digits) <= 13

else := large

# A signed type of 8, 16, 32, 64 or 128 bits reads a negative number if its first bit is set.
is_negative(text) if {
	is_hexadecimal(text)
	digits := hexadecimal_digits(text)
	count(digits) in {2, 4, 8, 16, 32}
	substring(digits, 0, 1) in {"8", "9", "a", "b", "c", "d", "e", "f"}
}

negative(digits) := (0 - 2) * (base_16(trim_left(digits, "f"), 15) + 1) if count(trim_left(digits, "f")) <= 13

else := 0 - large

# The number of at most 13 digits, each taken from another digit: 0 for the number itself, 15 for its complement.
base_16(digits, minuend) := sum([product |
	some at in numbers.range(1, count(digits))
	digit := indexof("0123456789abcdef", substring(digits, count(digits) - at, 1))
	product := abs(minuend - digit) * powers_of_16[at - 1]
]) if {
	count(digits) > 0
} else := 0

powers_of_16 := [
	1, 16, 256, 4096, 65536, 1048576, 16777216, 268435456, 4294967296, 68719476736,
	1099511627776, 17592186044416, 281474976710656,
]

# ---- Conditions on other keys ----

# The segments for which a condition with '**' holds, or is unclear. Searched once for each rule.
search(when) := {"holds": segments_where(when, "holds"), "unclear": segments_where(when, "unclear")} if when.key

else := {}

segments_where(when, wanted) := {stars(when.key, key) |
	some key in candidates(when.key)
	held_outcome(when.tests, key) == wanted
}

condition(when, bound, found) := "holds" if {
	when.key
	array.slice(bound, 0, count(object.get(when.key, "stars", []))) in found.holds
} else := "unclear" if {
	when.key
	array.slice(bound, 0, count(object.get(when.key, "stars", []))) in found.unclear
} else := held_outcome(when.tests, key) if {
	not when.key
	ends := array.concat(array.slice(bound, 0, count(when.parts) - 1), [""])
	key := concat("", [part | some i, text in when.parts; part := concat("", [text, ends[i]])])
} else := "fails"

held_outcome(tests, key) := best({result |
	some value in values_of(key)
	some reading in readings(value)
	result := outcome(tests, reading, key)
})

best(results) := "holds" if "holds" in results

else := "unclear" if "unclear" in results

else := "fails"

# ---- Text that .NET may compare in another spelling, as a URL ----

may_be_respelled(text) if contains(text, "%")

# An s in another case on some systems, and not on others.
may_be_respelled(text) if contains(text, "\u017f")

may_be_respelled(text) if {
	contains(text, ":")
	not is_plain(text)
}

# A web address that .NET writes in the same way, but for its case and a slash at its end.
is_plain(text) if {
	host := `(?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?\.)*[A-Za-z](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?::[1-9][0-9]{3,4})?`
	segment := `(?:[A-Za-z0-9_~!$&()*+,;=:@-]+(?:\.[A-Za-z0-9_~!$&()*+,;=:@-]+)*)?`
	address := concat("", ["^[Hh][Tt][Tt][Pp][Ss]?://", host, "(?:(?:/", segment, ")+(?:[?][A-Za-z0-9_~!$&()*+,;=:@./-]*)?)?$"])
	regex.match(address, text)
}

# A path, and text that is not an address because of what is before its first colon.
is_plain(text) if regex.match(`^/(?:[^/\\]|$)`, text)

is_plain(text) if regex.match(`^[A-Za-z0-9+.-]*[^A-Za-z0-9+.:/\\-]`, text)

is_plain(text) if regex.match(`^[0-9]`, text)

# ---- Waivers and words ----

consequence(record, rule, key) := "waived" if {
	some waiver in rule.waivers
	object.get(waiver, "key", key) == key
	is_in_environment(waiver)
	today <= waiver.until
	today >= object.get(waiver, "from", today)
} else := record.consequence

# A key of odd characters is not printed: they could be commands to a terminal.
message(rule, shown, fact) := concat("", [rule.before, name, ", which ", data.decisions.facts[fact], rule.after]) if {
	name := printable(rule, shown)
}

printable(rule, shown) := shown if regex.match(`^[ -~]*$`, shown)

else := rule.key.text
