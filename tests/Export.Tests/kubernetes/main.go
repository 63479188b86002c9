// Judges objects by exported admission policies, with the code that Kubernetes' API server runs. It compiles them with what Kubernetes 1.30 takes in
// a new policy: the functions of 1.29.
//
//	main judge CASES RESULTS    does what judge-vap.js does
//	main cost POLICIES OBJECTS  prints the size of each policy, and what it costs to judge each document of OBJECTS
package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"

	admissionv1 "k8s.io/api/admissionregistration/v1"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/apis/meta/v1/unstructured"
	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/apimachinery/pkg/runtime/schema"
	"k8s.io/apimachinery/pkg/util/version"
	"k8s.io/apiserver/pkg/admission"
	"k8s.io/apiserver/pkg/admission/plugin/cel"
	"k8s.io/apiserver/pkg/admission/plugin/policy/validating"
	celconfig "k8s.io/apiserver/pkg/apis/cel"
	"k8s.io/apiserver/pkg/authentication/user"
	"k8s.io/apiserver/pkg/cel/environment"
	"sigs.k8s.io/yaml"
)

func main() {
	var err error
	switch {
	case len(os.Args) == 4 && os.Args[1] == "judge":
		err = judge(os.Args[2], os.Args[3])
	case len(os.Args) == 4 && os.Args[1] == "cost":
		err = cost(os.Args[2], os.Args[3])
	default:
		err = errors.New("usage: main judge CASES RESULTS | main cost POLICIES OBJECTS")
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

type policy struct {
	name        string
	size        int
	validations cel.ConditionEvaluator
	messages    cel.ConditionEvaluator
	validator   validating.Validator
}

type input struct {
	Object    map[string]any `json:"object"`
	OldObject map[string]any `json:"oldObject"`
}

func judge(cases, results string) error {
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
	lines.Buffer(nil, 1<<30)
	for lines.Scan() {
		var each struct {
			Policies string  `json:"policies"`
			Inputs   []input `json:"inputs"`
		}
		if err := json.Unmarshal(lines.Bytes(), &each); err != nil {
			return err
		}
		judged, err := judgeAll(each.Policies, each.Inputs)
		if err != nil {
			return err
		}
		line, err := json.Marshal(judged)
		if err != nil {
			return err
		}
		if _, err := out.Write(append(line, '\n')); err != nil {
			return err
		}
	}
	return lines.Err()
}

func judgeAll(text string, inputs []input) ([][]string, error) {
	policies, err := policiesIn(text)
	if err != nil {
		return nil, err
	}
	all := [][]string{}
	for _, each := range inputs {
		messages := []string{}
		for _, one := range policies {
			result := one.validator.Validate(context.Background(), resource, attributes(each), nil, nil, celconfig.RuntimeCELCostBudget, nil)
			for _, decision := range result.Decisions {
				switch decision.Evaluation {
				case validating.EvalDeny:
					messages = append(messages, decision.Message)
				case validating.EvalError:
					return nil, errors.New(decision.Message)
				}
			}
		}
		all = append(all, messages)
	}
	return all, nil
}

func cost(policiesFile, objectsFile string) error {
	text, err := os.ReadFile(policiesFile)
	if err != nil {
		return err
	}
	policies, err := policiesIn(string(text))
	if err != nil {
		return err
	}
	objects, err := os.ReadFile(objectsFile)
	if err != nil {
		return err
	}
	for i, document := range documents(objects) {
		var object map[string]any
		if err := yaml.Unmarshal(document, &object); err != nil {
			return err
		}
		for _, one := range policies {
			spent, err := one.costOf(input{Object: object})
			if err != nil {
				return err
			}
			fmt.Printf("object %d: %s of %d bytes costs %d, %.1f %% of the budget\n", i+1, one.name, one.size, spent, 100*float64(spent)/celconfig.RuntimeCELCostBudget)
		}
	}
	return nil
}

func (one policy) costOf(each input) (int64, error) {
	attr := attributes(each)
	request := cel.CreateAdmissionRequest(attr.Attributes, metav1.GroupVersionResource(resource), metav1.GroupVersionKind(attr.VersionedKind))
	budget := int64(celconfig.RuntimeCELCostBudget)
	for _, condition := range []cel.ConditionEvaluator{one.validations, one.messages} {
		results, rest, err := condition.ForInput(context.Background(), attr, request, cel.OptionalVariableBindings{}, nil, budget)
		if err != nil {
			return 0, err
		}
		for _, result := range results {
			if result.Error != nil {
				return 0, result.Error
			}
		}
		budget = rest
	}
	return celconfig.RuntimeCELCostBudget - budget, nil
}

func documents(text []byte) [][]byte {
	all := [][]byte{}
	for _, document := range bytes.Split(append([]byte("\n"), text...), []byte("\n---\n")) {
		if json, err := yaml.YAMLToJSON(document); err != nil || string(json) != "null" {
			all = append(all, document)
		}
	}
	return all
}

func policiesIn(text string) ([]policy, error) {
	all := []policy{}
	for _, document := range documents([]byte(text)) {
		var written admissionv1.ValidatingAdmissionPolicy
		if err := yaml.UnmarshalStrict(document, &written); err != nil {
			return nil, err
		}
		one, err := compiled(written)
		if err != nil {
			return nil, err
		}
		one.size = len(document)
		all = append(all, one)
	}
	return all, nil
}

// As the API server compiles a policy that is new to it, without what newer versions have added.
func compiled(written admissionv1.ValidatingAdmissionPolicy) (policy, error) {
	compiler, err := cel.NewCompositedCompiler(environment.MustBaseEnvSet(version.MajorMinor(1, 29)))
	if err != nil {
		return policy{}, err
	}
	options := cel.OptionalVariableDeclarations{}
	for _, variable := range written.Spec.Variables {
		result := compiler.CompileAndStoreVariable(&validating.Variable{Name: variable.Name, Expression: variable.Expression}, options, environment.NewExpressions)
		if result.Error != nil {
			return policy{}, fmt.Errorf("%s: %v", variable.Name, result.Error)
		}
	}
	validations := make([]cel.ExpressionAccessor, len(written.Spec.Validations))
	messages := make([]cel.ExpressionAccessor, len(written.Spec.Validations))
	for i, validation := range written.Spec.Validations {
		validations[i] = &validating.ValidationCondition{Expression: validation.Expression, Message: validation.Message}
		messages[i] = &validating.MessageExpressionCondition{MessageExpression: validation.MessageExpression}
	}
	one := policy{
		name:        written.Name,
		validations: compiler.CompileCondition(validations, options, environment.NewExpressions),
		messages:    compiler.CompileCondition(messages, options, environment.NewExpressions),
	}
	for _, condition := range []cel.ConditionEvaluator{one.validations, one.messages} {
		if faults := condition.CompilationErrors(); len(faults) > 0 {
			return policy{}, errors.Join(faults...)
		}
	}
	audit := compiler.CompileCondition(nil, options, environment.NewExpressions)
	one.validator = validating.NewValidator(one.validations, nil, audit, one.messages, written.Spec.FailurePolicy, nil)
	return one, nil
}

var resource = schema.GroupVersionResource{Version: "v1", Resource: "any"}

func attributes(each input) *admission.VersionedAttributes {
	object, old, operation := runtime.Object(&unstructured.Unstructured{Object: each.Object}), runtime.Object(nil), admission.Create
	if each.OldObject != nil {
		old, operation = &unstructured.Unstructured{Object: each.OldObject}, admission.Update
	}
	kind := object.GetObjectKind().GroupVersionKind()
	return &admission.VersionedAttributes{
		Attributes:         admission.NewAttributesRecord(object, old, kind, "default", "any", resource, "", operation, nil, false, &user.DefaultInfo{Name: "any"}),
		VersionedObject:    object,
		VersionedOldObject: old,
		VersionedKind:      kind,
	}
}
