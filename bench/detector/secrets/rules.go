package main

import (
	"math"
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// The rule for what is given to any name that asks for a key.
const general = "generic-api-key"

// What gitleaks takes for a key. Rules for names of files have no pattern and find nothing.
type rule struct {
	id       string
	pattern  *regexp.Regexp
	group    int
	entropy  float64
	keywords []string
	// What is none even so: the rule's own exceptions, and all rules' own.
	exceptions []exception
}

// By the key itself, all that the pattern matched, or its line. Exceptions that hold in some files
// alone are left out, since a text has none.
type exception struct {
	target   string
	patterns []*regexp.Regexp
	words    []string
	inFiles  bool
	all      bool
}

type rules []*rule

func (all rules) named(id string) *rule {
	for _, each := range all {
		if each.id == id {
			return each
		}
	}
	return nil
}

// Where the first key stands in a text; nil where there is none.
func (r *rule) find(text string, withExceptions bool) []int {
	if r.pattern == nil || !r.mayBeIn(text) {
		return nil
	}
	for _, match := range r.pattern.FindAllStringSubmatchIndex(text, -1) {
		key := r.key(match)
		if r.entropy != 0 && bits(text[key[0]:key[1]]) <= r.entropy {
			continue
		}
		excepted := withExceptions && slices.ContainsFunc(r.exceptions, func(e exception) bool {
			return e.holds(text, match[:2], key)
		})
		if !excepted {
			return key
		}
	}
	return nil
}

func (r *rule) mayBeIn(text string) bool {
	lower := strings.ToLower(text)
	return len(r.keywords) == 0 || slices.ContainsFunc(r.keywords, func(word string) bool {
		return strings.Contains(lower, strings.ToLower(word))
	})
}

// The group that the rule names, or the first that is not empty, or all.
func (r *rule) key(match []int) []int {
	if r.group > 0 {
		return match[2*r.group : 2*r.group+2]
	}
	for i := 2; i < len(match); i += 2 {
		if match[i] >= 0 && match[i] < match[i+1] {
			return match[i : i+2]
		}
	}
	return match[:2]
}

func (e exception) holds(text string, match, key []int) bool {
	target := text[key[0]:key[1]]
	switch e.target {
	case "match":
		target = text[match[0]:match[1]]
	case "line":
		target = text[strings.LastIndexByte(text[:match[0]], '\n')+1:]
		if end := strings.IndexByte(text[match[1]:], '\n'); end >= 0 {
			target = target[:len(target)-len(text[match[1]:])+end]
		}
	}
	byPattern := slices.ContainsFunc(e.patterns, func(p *regexp.Regexp) bool {
		return p.MatchString(target)
	})
	lower := strings.ToLower(text[key[0]:key[1]])
	byWord := slices.ContainsFunc(e.words, func(word string) bool {
		return strings.Contains(lower, strings.ToLower(word))
	})
	if e.all {
		return !e.inFiles && (byPattern || len(e.patterns) == 0) && (byWord || len(e.words) == 0)
	}
	return byPattern || byWord
}

// Shannon entropy in bits per character, as gitleaks takes it.
func bits(text string) float64 {
	counts := map[rune]int{}
	for _, c := range text {
		counts[c]++
	}
	sum := 0.0
	for _, count := range counts {
		share := float64(count) / float64(len(text))
		sum -= share * math.Log2(share)
	}
	return sum
}

// Reads the part of TOML that gitleaks' configuration is written in: tables, texts, lists of
// texts, and numbers.
func readRules(file string) rules {
	content, err := os.ReadFile(file)
	if err != nil {
		fail(err.Error())
	}
	all := rules{}
	everywhere := exception{}
	current := &everywhere
	toml := toml{string(content), 0}
	for toml.skip("\n\r"); toml.more(); toml.skip("\n\r") {
		if table := toml.table(); table != "" {
			switch table {
			case "[[rules]]":
				all = append(all, &rule{})
			case "[[rules.allowlists]]":
				last := all[len(all)-1]
				last.exceptions = append(last.exceptions, exception{})
				current = &last.exceptions[len(last.exceptions)-1]
			}
			continue
		}
		name, values := toml.entry()
		switch name {
		case "id":
			all[len(all)-1].id = values[0]
		case "regex":
			all[len(all)-1].pattern = regexp.MustCompile(values[0])
		case "secretGroup":
			all[len(all)-1].group, _ = strconv.Atoi(values[0])
		case "entropy":
			all[len(all)-1].entropy, _ = strconv.ParseFloat(values[0], 64)
		case "keywords":
			all[len(all)-1].keywords = values
		case "regexTarget":
			current.target = values[0]
		case "regexes":
			for _, each := range values {
				current.patterns = append(current.patterns, regexp.MustCompile(each))
			}
		case "stopwords":
			current.words = values
		case "paths":
			current.inFiles = true
		case "condition":
			current.all = values[0] == "AND"
		}
	}
	for _, each := range all {
		each.exceptions = append(each.exceptions, everywhere)
	}
	return all
}

type toml struct {
	text string
	at   int
}

func (t *toml) more() bool {
	return t.at < len(t.text)
}

func (t *toml) next() byte {
	if !t.more() {
		return 0
	}
	return t.text[t.at]
}

// Skips blanks, comments and some more characters.
func (t *toml) skip(more string) {
	for t.more() {
		switch {
		case t.next() == '#':
			for t.more() && t.next() != '\n' {
				t.at++
			}
		case strings.IndexByte(" \t"+more, t.next()) >= 0:
			t.at++
		default:
			return
		}
	}
}

func (t *toml) until(end string) string {
	length := strings.Index(t.text[t.at:], end)
	if length < 0 {
		fail("a configuration that cannot be read")
	}
	found := t.text[t.at : t.at+length]
	t.at += length + len(end)
	return found
}

func (t *toml) table() string {
	if t.next() != '[' {
		return ""
	}
	return strings.TrimSpace(t.until("\n"))
}

func (t *toml) entry() (string, []string) {
	name := strings.TrimSpace(t.until("="))
	t.skip("")
	if t.next() != '[' {
		return name, []string{t.value()}
	}
	t.at++
	values := []string{}
	for t.skip(",\n\r"); t.next() != ']'; t.skip(",\n\r") {
		values = append(values, t.value())
	}
	t.at++
	return name, values
}

func (t *toml) value() string {
	for _, quotes := range []string{"'''", `"""`, "'"} {
		if strings.HasPrefix(t.text[t.at:], quotes) {
			t.at += len(quotes)
			return t.until(quotes)
		}
	}
	if t.next() == '"' {
		quoted, err := strconv.QuotedPrefix(t.text[t.at:])
		if err != nil {
			fail("a configuration that cannot be read")
		}
		t.at += len(quoted)
		plain, _ := strconv.Unquote(quoted)
		return plain
	}
	start := t.at
	for t.more() && strings.IndexByte(" \t\r\n,]#", t.next()) < 0 {
		t.at++
	}
	return t.text[start:t.at]
}
