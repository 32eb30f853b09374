// Labelled texts with secrets, out of the ones by which gitleaks tests its rules.
//
//	go run . FOLDER SEED
//
// FOLDER holds gitleaks' sources. They are read as text: nothing of them is built or run, and
// nothing of them is kept here. The texts that a rule must match and those that it must not are
// worked out from the source that lists them (reading.go); where it asks for a random key, one is
// drawn by SEED (drawing.go), so that a seed always makes the same texts. Each text is then shown
// to gitleaks' own patterns (rules.go), which says where its key stands, and whether a text that
// one rule must not match holds what another takes for a key.
package main

import (
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
)

// mostOfRule texts that a rule must match are taken: one key stands in some twenty-five forms, and
// a rule shall not count for twenty-five.
const mostOfRule = 4

// A labelled text, as SecretTexts reads it.
type labelled struct {
	Rule   string `json:"rule"`
	Text   string `json:"text"`
	Secret bool   `json:"secret"`
	// Where the key stands, in code points; in a text that has one.
	Start int `json:"start"`
	End   int `json:"end"`
	// Whether another rule of gitleaks takes something in it for a key.
	OtherRule bool `json:"other_rule"`
	// Whether something in it has the form that gitleaks knows of a provider's keys.
	KeyForm bool `json:"key_form"`
}

func main() {
	if len(os.Args) != 3 {
		fail("go run . FOLDER SEED")
	}
	out := json.NewEncoder(os.Stdout)
	out.SetEscapeHTML(false)
	if err := out.Encode(textsOf(os.Args[1], os.Args[2])); err != nil {
		fail(err.Error())
	}
}

func textsOf(folder, seed string) []labelled {
	rules := readRules(filepath.Join(folder, "config", "gitleaks.toml"))
	source := readSource(filepath.Join(folder, "cmd", "generate", "config"))
	texts := []labelled{}
	for _, name := range source.registered {
		draw := drawing{rand.New(rand.NewChaCha8(sha256.Sum256([]byte(seed + " " + name))))}
		tested := source.test(name, draw)
		if tested.rule == "" {
			continue // a rule that gitleaks does not test
		}
		of := rules.named(tested.rule)
		if of == nil {
			fail("a rule that is not in the configuration: " + name)
		}
		if of.pattern == nil {
			continue // a rule for names of files
		}
		texts = append(texts, positives(of, tested.matched, draw)...)
		texts = append(texts, negatives(rules, of, tested.unmatched)...)
	}
	return texts
}

func positives(of *rule, all []string, draw drawing) []labelled {
	taken := []labelled{}
	draw.random.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
	for _, text := range all[:min(mostOfRule, len(all))] {
		found := of.find(text, false)
		if found == nil {
			// Else the source was read wrongly: gitleaks makes sure of it.
			fail(fmt.Sprintf("%s does not match what it must", of.id))
		}
		start, end := found[0], found[1]
		taken = append(taken, labelled{
			Rule: of.id, Text: text, Secret: true,
			Start: len([]rune(text[:start])), End: len([]rune(text[:end])),
		})
	}
	return taken
}

func negatives(rules rules, of *rule, all []string) []labelled {
	taken := []labelled{}
	for _, text := range all {
		taken = append(taken, labelled{
			Rule: of.id, Text: text,
			OtherRule: slices.ContainsFunc(rules, func(other *rule) bool {
				return other != of && other.find(text, true) != nil
			}),
			KeyForm: slices.ContainsFunc(rules, func(each *rule) bool {
				return each.find(text, each.id == general) != nil
			}),
		})
	}
	return taken
}

func fail(why string) {
	fmt.Fprintln(os.Stderr, why)
	os.Exit(1)
}
