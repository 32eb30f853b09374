package main

import (
	"os"
	"path/filepath"
	"reflect"
	"testing"
)

// Sources in the form of gitleaks', of providers that do not exist.
var made = map[string]string{
	"config/gitleaks.toml": `
title = "made up"
[allowlist]
regexes = ['''^\$\{''']

[[rules]]
id = "acme-key"
regex = '''\b(acme_[a-z0-9]{8})\b'''
entropy = 2
keywords = ["acme_"]
[[rules.allowlists]]
regexTarget = "line"
regexes = [
    '''sample''', # a comment
]

[[rules]]
id = "other-key"
regex = '''(?i)other[ =]+([0-9]{4})'''
`,
	"cmd/generate/config/main.go": `package main
func main() { all := []*config.Rule{rules.Acme(), rules.Untested(), rules.Other()}; _ = all }`,
	"cmd/generate/config/utils/all.go": "package utils\n" +
		"func Letters(size string) string { return fmt.Sprintf(`[a-z]{%s}`, size) }\n" +
		`func Samples(name, key string) []string {
	forms := map[string]string{"a": "{i}={s}", "b": "{I}: {s}"}
	replacer := strings.NewReplacer("{i}", name, "{I}", strings.ToUpper(name), "{s}", key)
	all := make([]string, 0, len(forms))
	for _, form := range forms {
		all = append(all, replacer.Replace(form))
	}
	return all
}`,
	"cmd/generate/config/rules/all.go": `package rules
func Acme() *config.Rule {
	r := config.Rule{RuleID: "acme-key", Regex: utils.GenerateUniqueTokenRegex("x", true)}
	tps := utils.Samples("acme", "acme_"+secrets.NewSecret(utils.Letters("8")))
	fps := []string{"acme_" + "aaaaaaaa", "other = 1234", "sample acme_abcdefgh"}
	return utils.Validate(r, tps, fps)
}
func Untested() *config.Rule {
	return &r
}
func Other() *config.Rule {
	r := config.Rule{RuleID: "other-key"}
	return utils.Validate(r, []string{"é other 4711"}, nil)
}`,
}

func TestLabelled_sourcesOfRules_textsWithTheirKeysAndReadings(t *testing.T) {
	folder := t.TempDir()
	for name, content := range made {
		file := filepath.Join(folder, name)
		if err := os.MkdirAll(filepath.Dir(file), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	texts := textsOf(folder, "seed")
	if again := textsOf(folder, "seed"); !reflect.DeepEqual(texts, again) {
		t.Error("a seed must always make the same texts")
	}
	if len(texts) != 6 {
		t.Fatalf("two keys and three others of one rule, one key of the other, not %d", len(texts))
	}
	for _, each := range texts[:2] {
		key := each.Text[each.Start:each.End]
		if !each.Secret || len(key) != 13 || key[:5] != "acme_" {
			t.Errorf("not where its key stands: %+v", each)
		}
	}
	expected := []labelled{
		{Rule: "acme-key", Text: "acme_aaaaaaaa"},
		{Rule: "acme-key", Text: "other = 1234", OtherRule: true, KeyForm: true},
		{Rule: "acme-key", Text: "sample acme_abcdefgh", KeyForm: true},
		{Rule: "other-key", Text: "é other 4711", Secret: true, Start: 8, End: 12},
	}
	if !reflect.DeepEqual(texts[2:], expected) {
		t.Errorf("not as labelled: %+v", texts[2:])
	}
}
