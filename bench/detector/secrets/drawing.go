package main

import (
	"math/rand/v2"
	"regexp/syntax"
	"strings"
	"unicode"
)

// A drawing makes texts that match a pattern, by chance.
type drawing struct {
	random *rand.Rand
}

// What has no bound of its own is said again as often as it must, and once where it need not be.
func (d drawing) matching(pattern string) string {
	parsed, err := syntax.Parse(pattern, syntax.Perl)
	if err != nil {
		fail("a pattern that cannot be read: " + err.Error())
	}
	var text strings.Builder
	d.draw(parsed, &text)
	return text.String()
}

func (d drawing) draw(part *syntax.Regexp, text *strings.Builder) {
	switch part.Op {
	case syntax.OpLiteral:
		for _, c := range part.Rune {
			if part.Flags&syntax.FoldCase != 0 && d.random.IntN(2) == 0 {
				c = unicode.SimpleFold(c)
			}
			text.WriteRune(c)
		}
	case syntax.OpCharClass:
		text.WriteRune(d.of(part.Rune))
	case syntax.OpAnyChar, syntax.OpAnyCharNotNL:
		text.WriteRune(d.of([]rune{' ', '~'}))
	case syntax.OpCapture, syntax.OpConcat:
		for _, each := range part.Sub {
			d.draw(each, text)
		}
	case syntax.OpAlternate:
		d.draw(part.Sub[d.random.IntN(len(part.Sub))], text)
	case syntax.OpQuest:
		d.repeat(part.Sub[0], 0, 1, text)
	case syntax.OpStar:
		d.repeat(part.Sub[0], 0, -1, text)
	case syntax.OpPlus:
		d.repeat(part.Sub[0], 1, -1, text)
	case syntax.OpRepeat:
		d.repeat(part.Sub[0], part.Min, part.Max, text)
	case syntax.OpEmptyMatch, syntax.OpBeginText, syntax.OpEndText, syntax.OpBeginLine,
		syntax.OpEndLine, syntax.OpWordBoundary:
	default:
		fail("a pattern that nothing is drawn by: " + part.String())
	}
}

func (d drawing) repeat(part *syntax.Regexp, least, most int, text *strings.Builder) {
	if most < 0 {
		most = max(least, 1)
	}
	for range least + d.random.IntN(most-least+1) {
		d.draw(part, text)
	}
}

// One of the characters of some ranges, which stand as pairs, each as often as the other.
func (d drawing) of(ranges []rune) rune {
	all := []rune{}
	for i := 0; i < len(ranges); i += 2 {
		for c := ranges[i]; c <= ranges[i+1] && c <= unicode.MaxASCII; c++ {
			all = append(all, c)
		}
	}
	return all[d.random.IntN(len(all))]
}
