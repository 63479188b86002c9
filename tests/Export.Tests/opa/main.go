// Compiles the exported library to WebAssembly, or judges configurations with it, by Open Policy Agent itself.
//
//	main wasm LIBRARY FILE            writes the WebAssembly
//	main judge LIBRARY CASES RESULTS  does what judge-rego.js does
//	main eval BUNDLE INPUT            prints data.decisions.deny, with the folder of an export as a bundle
package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"os"

	"github.com/open-policy-agent/opa/v1/rego"
	"github.com/open-policy-agent/opa/v1/storage/inmem"
	"github.com/open-policy-agent/opa/v1/util"
)

const query = `result = {"deny": data.decisions.deny, "warn": data.decisions.warn, "findings": data.decisions.findings}`

func main() {
	var err error
	switch {
	case len(os.Args) == 4 && os.Args[1] == "wasm":
		err = compile(os.Args[2], os.Args[3])
	case len(os.Args) == 5 && os.Args[1] == "judge":
		err = judge(os.Args[2], os.Args[3], os.Args[4])
	case len(os.Args) == 4 && os.Args[1] == "eval":
		err = eval(os.Args[2], os.Args[3])
	default:
		err = fmt.Errorf("usage: main wasm LIBRARY FILE | main judge LIBRARY CASES RESULTS | main eval BUNDLE INPUT")
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func options(library string, more ...func(*rego.Rego)) ([]func(*rego.Rego), error) {
	text, err := os.ReadFile(library)
	if err != nil {
		return nil, err
	}
	return append([]func(*rego.Rego){rego.Query(query), rego.Module("decisions.rego", string(text))}, more...), nil
}

func compile(library, file string) error {
	with, err := options(library)
	if err != nil {
		return err
	}
	compiled, err := rego.New(with...).Compile(context.Background())
	if err != nil {
		return err
	}
	return os.WriteFile(file, compiled.Bytes, 0o644)
}

func eval(folder, file string) error {
	text, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	var input any
	if err := util.UnmarshalJSON(text, &input); err != nil {
		return err
	}
	denied, err := rego.New(rego.Query("data.decisions.deny"), rego.LoadBundle(folder), rego.Input(input)).Eval(context.Background())
	if err != nil {
		return err
	}
	return json.NewEncoder(os.Stdout).Encode(denied[0].Expressions[0].Value)
}

func judge(library, cases, results string) error {
	in, err := os.Open(cases)
	if err != nil {
		return err
	}
	defer in.Close()
	out, err := os.Create(results)
	if err != nil {
		return err
	}
	defer out.Close()
	lines := bufio.NewScanner(in)
	lines.Buffer(nil, 1<<28)
	for lines.Scan() {
		judged, err := judgeLine(library, lines.Bytes())
		if err != nil {
			return err
		}
		if _, err := out.Write(append(judged, '\n')); err != nil {
			return err
		}
	}
	return lines.Err()
}

func judgeLine(library string, line []byte) ([]byte, error) {
	var all struct {
		Data   json.RawMessage   `json:"data"`
		Inputs []json.RawMessage `json:"inputs"`
	}
	if err := json.Unmarshal(line, &all); err != nil {
		return nil, err
	}
	store := inmem.NewFromReader(bytes.NewReader([]byte(`{"decisions":` + string(all.Data) + `}`)))
	with, err := options(library, rego.Store(store))
	if err != nil {
		return nil, err
	}
	prepared, err := rego.New(with...).PrepareForEval(context.Background())
	if err != nil {
		return nil, err
	}
	judged := make([]any, 0, len(all.Inputs))
	for _, raw := range all.Inputs {
		var input any
		// As the server and the command line of OPA read it: numbers as they are written.
		if err := util.UnmarshalJSON(raw, &input); err != nil {
			return nil, err
		}
		found, err := prepared.Eval(context.Background(), rego.EvalInput(input))
		if err != nil {
			return nil, err
		}
		judged = append(judged, found[0].Bindings["result"])
	}
	return json.Marshal(judged)
}
