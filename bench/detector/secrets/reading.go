package main

import (
	"encoding/base64"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
)

// The sources of gitleaks' rules, as syntax. A rule is a function that sets variables to texts and
// lists of texts and hands them to a check: as much of Go is worked out as these functions need.
type source struct {
	// The functions of the rules that gitleaks ships, in its order.
	registered []string
	functions  map[string]*ast.FuncDecl
	variables  map[string]ast.Expr
}

// A rule's identifier, the texts that it must match and those that it must not.
type tested struct {
	rule      string
	matched   []string
	unmatched []string
}

func readSource(folder string) source {
	all := source{functions: map[string]*ast.FuncDecl{}, variables: map[string]ast.Expr{}}
	for _, name := range []string{"utils", "rules"} {
		files, _ := filepath.Glob(filepath.Join(folder, name, "*.go"))
		for _, file := range files {
			if !strings.HasSuffix(file, "_test.go") {
				all.add(parse(file))
			}
		}
	}
	ast.Inspect(parse(filepath.Join(folder, "main.go")), func(node ast.Node) bool {
		if call, is := node.(*ast.CallExpr); is {
			if of, name := selected(call.Fun); of == "rules" {
				all.registered = append(all.registered, name)
			}
		}
		return true
	})
	return all
}

func parse(file string) *ast.File {
	parsed, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.SkipObjectResolution)
	if err != nil {
		fail(err.Error())
	}
	return parsed
}

func (s source) add(file *ast.File) {
	for _, each := range file.Decls {
		switch declared := each.(type) {
		case *ast.FuncDecl:
			s.functions[declared.Name.Name] = declared
		case *ast.GenDecl:
			for _, spec := range declared.Specs {
				if of, is := spec.(*ast.ValueSpec); is {
					for i, name := range of.Names {
						s.variables[name.Name] = of.Values[i]
					}
				}
			}
		}
	}
}

// What a rule's function hands to its check.
func (s source) test(function string, draw drawing) tested {
	found := tested{}
	(&reader{s, draw, &found}).call(s.functions[function], nil)
	return found
}

type (
	scope map[string]any
	// The entries of a map or the fields of a struct, in the order of the source.
	entries []entry
	entry   struct{ name, value any }
	// A call of a package's function or a value's method.
	call struct {
		of        any
		name      string
		arguments []any
	}
	// How a row of statements ended.
	ending int
)

const (
	ended ending = iota
	continued
	returned
)

type reader struct {
	source
	draw  drawing
	found *tested
}

func (r *reader) call(function *ast.FuncDecl, arguments []any) any {
	local := scope{}
	for _, field := range function.Type.Params.List {
		for _, name := range field.Names {
			local[name.Name], arguments = arguments[0], arguments[1:]
		}
	}
	_, result := r.run(function.Body.List, local)
	return result
}

func (r *reader) run(statements []ast.Stmt, local scope) (ending, any) {
	for _, each := range statements {
		if how, result := r.statement(each, local); how != ended {
			return how, result
		}
	}
	return ended, nil
}

func (r *reader) statement(statement ast.Stmt, local scope) (ending, any) {
	switch s := statement.(type) {
	case *ast.AssignStmt:
		r.assign(s, local)
	case *ast.DeclStmt:
		for _, each := range s.Decl.(*ast.GenDecl).Specs {
			spec := each.(*ast.ValueSpec)
			for i, name := range spec.Names {
				local[name.Name] = []any{}
				if spec.Values != nil {
					local[name.Name] = r.value(spec.Values[i], local)
				}
			}
		}
	case *ast.RangeStmt:
		return r.each(s, local)
	case *ast.ForStmt:
		for {
			if how, result := r.run(s.Body.List, local); how == returned {
				return how, result
			}
		}
	case *ast.IfStmt:
		if s.Init != nil {
			r.statement(s.Init, local)
		}
		if r.value(s.Cond, local) == true {
			return r.run(s.Body.List, local)
		}
	case *ast.BranchStmt:
		return continued, nil
	case *ast.ReturnStmt:
		return returned, r.value(s.Results[0], local)
	case *ast.ExprStmt:
		r.value(s.X, local)
	default:
		fail(fmt.Sprintf("a statement that is not known: %T", s))
	}
	return ended, nil
}

func (r *reader) assign(s *ast.AssignStmt, local scope) {
	value := r.value(s.Rhs[0], local)
	if name, is := s.Lhs[0].(*ast.Ident); is {
		local[name.Name] = value
	}
}

func (r *reader) each(s *ast.RangeStmt, local scope) (ending, any) {
	over := entries{}
	switch of := r.value(s.X, local).(type) {
	case entries:
		over = of
	case []any:
		for i, each := range of {
			over = append(over, entry{i, each})
		}
	default:
		fail("a row that is not known")
	}
	for _, each := range over {
		local[s.Key.(*ast.Ident).Name] = each.name
		local[s.Value.(*ast.Ident).Name] = each.value
		if how, result := r.run(s.Body.List, local); how == returned {
			return how, result
		}
	}
	return ended, nil
}

func (r *reader) value(expression ast.Expr, local scope) any {
	switch e := expression.(type) {
	case *ast.BasicLit:
		if e.Kind == token.STRING {
			text, _ := strconv.Unquote(e.Value)
			return text
		}
		return e.Value
	case *ast.Ident:
		return r.named(e.Name, local)
	case *ast.ParenExpr:
		return r.value(e.X, local)
	case *ast.UnaryExpr:
		value := r.value(e.X, local)
		if e.Op == token.NOT {
			return value != true
		}
		return value
	case *ast.BinaryExpr:
		left, right := r.value(e.X, local), r.value(e.Y, local)
		if e.Op != token.ADD {
			return nil // the time or the number of something that no text depends on
		}
		return text(left) + text(right)
	case *ast.CompositeLit:
		return r.composite(e, local)
	case *ast.SelectorExpr:
		of, name := selected(e)
		if _, is := local[of]; is || of == "" {
			return field(r.value(e.X, local), name)
		}
		return of + "." + name
	case *ast.CallExpr:
		return r.called(e, local)
	case *ast.ArrayType:
		return nil
	}
	fail(fmt.Sprintf("an expression that is not known: %T", expression))
	return nil
}

func (r *reader) named(name string, local scope) any {
	if value, is := local[name]; is {
		return value
	}
	if variable, is := r.variables[name]; is {
		return r.value(variable, scope{})
	}
	return name == "true"
}

func (r *reader) composite(e *ast.CompositeLit, local scope) any {
	list := []any{}
	pairs := entries{}
	for _, each := range e.Elts {
		switch pair, is := each.(*ast.KeyValueExpr); {
		case !is:
			list = append(list, r.value(each, local))
		default:
			var name any
			if id, is := pair.Key.(*ast.Ident); is {
				name = id.Name
			} else {
				name = r.value(pair.Key, local)
			}
			pairs = append(pairs, entry{name, r.value(pair.Value, local)})
		}
	}
	if len(pairs) > 0 {
		return pairs
	}
	return list
}

func (r *reader) called(e *ast.CallExpr, local scope) any {
	arguments := []any{}
	for i, each := range e.Args {
		value := r.value(each, local)
		if rest, is := value.([]any); is && e.Ellipsis.IsValid() && i == len(e.Args)-1 {
			arguments = append(arguments, rest...)
		} else {
			arguments = append(arguments, value)
		}
	}
	switch f := e.Fun.(type) {
	case *ast.Ident:
		if function, is := r.functions[f.Name]; is {
			return r.call(function, arguments)
		}
		return builtin(f.Name, arguments)
	case *ast.ArrayType:
		return arguments[0] // a conversion
	case *ast.SelectorExpr:
		of, name := selected(f)
		if _, is := local[of]; !is && of != "" {
			return r.packaged(of+"."+name, arguments)
		}
		return r.method(r.value(f.X, local), name, arguments)
	}
	fail("a call that is not known")
	return nil
}

func builtin(name string, arguments []any) any {
	switch name {
	case "append":
		list, _ := arguments[0].([]any)
		return append(append([]any{}, list...), arguments[1:]...)
	case "make":
		return []any{}
	case "len":
		return nil
	}
	fail("a function that is not known: " + name)
	return nil
}

// The functions of other packages, those of gitleaks that stand in the source included.
func (r *reader) packaged(name string, arguments []any) any {
	switch name {
	case "utils.Validate", "utils.ValidateWithPaths":
		*r.found = tested{
			rule:      text(field(arguments[0], "RuleID")),
			matched:   texts(arguments[1]),
			unmatched: texts(arguments[2]),
		}
		return nil
	case "secrets.NewSecret":
		return r.draw.matching(text(arguments[0]))
	case "regexp.MustCompile":
		return arguments[0]
	case "utils.GenerateSemiGenericRegex", "utils.GenerateUniqueTokenRegex", "utils.MergeRegexps":
		return nil // a rule's pattern, which stands in the configuration
	case "fmt.Sprintf":
		return fmt.Sprintf(text(arguments[0]), arguments[1:]...)
	case "strings.ToUpper":
		return strings.ToUpper(text(arguments[0]))
	case "strings.NewReplacer":
		return strings.NewReplacer(texts(arguments)...)
	}
	if function, is := r.functions[strings.TrimPrefix(name, "utils.")]; is {
		return r.call(function, arguments)
	}
	fail("a function that is not known: " + name)
	return nil
}

func (r *reader) method(of any, name string, arguments []any) any {
	given := text(arguments[0])
	switch of := of.(type) {
	case *strings.Replacer:
		return of.Replace(given)
	case entries:
		if name == "ContainsStopWord" {
			for _, word := range texts(field(of, "StopWords")) {
				if strings.Contains(strings.ToLower(given), word) {
					return true
				}
			}
			return false
		}
	case string:
		switch _, coding, _ := strings.Cut(of, "."); coding {
		case "StdEncoding":
			return base64.StdEncoding.EncodeToString([]byte(given))
		case "RawStdEncoding":
			return base64.RawStdEncoding.EncodeToString([]byte(given))
		case "URLEncoding":
			return base64.URLEncoding.EncodeToString([]byte(given))
		case "RawURLEncoding":
			return base64.RawURLEncoding.EncodeToString([]byte(given))
		}
		if name == "MatchString" {
			return regexp.MustCompile(of).MatchString(given)
		}
	}
	fail("a method that is not known: " + name)
	return nil
}

func field(of any, name string) any {
	pairs, _ := of.(entries)
	for _, each := range pairs {
		if each.name == name {
			return each.value
		}
	}
	return nil
}

// A package and a name of it, or a variable and a field; empty where neither stands alone.
func selected(expression ast.Expr) (string, string) {
	selector, is := expression.(*ast.SelectorExpr)
	if !is {
		return "", ""
	}
	of, is := selector.X.(*ast.Ident)
	if !is {
		return "", selector.Sel.Name
	}
	return of.Name, selector.Sel.Name
}

func text(value any) string {
	found, is := value.(string)
	if !is {
		fail(fmt.Sprintf("%T where a text must stand", value))
	}
	return found
}

// The texts of a list, or of a map by the names of files.
func texts(value any) []string {
	all := []string{}
	switch of := value.(type) {
	case []any:
		for _, each := range of {
			all = append(all, text(each))
		}
	case entries:
		for _, each := range of {
			all = append(all, text(each.value))
		}
	}
	return all
}
