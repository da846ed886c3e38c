// Stands in for acorn, which is not packed: the tokens of one line of source, as `assert` reads the failed expression from
// (node v24.21.0 lib/internal/errors/error_source.js, `getFirstExpression`).
'use strict';

const TOKEN = new RegExp([
  '(?<space>\\s+|//.*|/\\*.*?\\*/)',
  '(?<string>"(?:[^"\\\\]|\\\\.)*"|\'(?:[^\'\\\\]|\\\\.)*\')',
  '(?<template>`(?:[^`\\\\]|\\\\.)*`)',
  '(?<num>\\d[\\w.]*|\\.\\d\\w*)',
  '(?<name>#?[\\p{ID_Start}$_][\\p{ID_Continue}$]*)',
  '(?<punctuation>\\?\\.(?!\\d)|\\.\\.\\.|=>|[-+*/%&|^!=<>?]+|[^])',
].join('|'), 'uy');
const KEYWORDS = new Set(('break case catch class const continue debugger default delete do else export extends false finally for function if import in instanceof new null return super ' +
  'switch this throw true try typeof var void while with').split(' '));

class Parser {
  static* tokenizer(code) {
    TOKEN.lastIndex = 0;
    for (let match; TOKEN.lastIndex < code.length && (match = TOKEN.exec(code)) !== null;) {
      const end = TOKEN.lastIndex;
      const [kind, value] = Object.entries(match.groups).find(([, text]) => text !== undefined);
      const label = kind === 'punctuation' || (kind === 'name' && KEYWORDS.has(value)) ? value : kind;
      if (kind !== 'space') yield { type: { label }, value, start: match.index, end };
      TOKEN.lastIndex = end;
    }
  }
}

module.exports = { Parser };
