// The editor: CodeMirror 6 with only what a program of a page's length needs. Measures and colours are in styles/code.css.
import "./style-mod.js";
import { EditorState, RangeSet, StateEffect, StateField, Transaction } from "@codemirror/state";
import { Decoration, EditorView, GutterMarker, drawSelection, gutter, gutterLineClass, keymap, lineNumbers } from "@codemirror/view";
import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { LRLanguage, bracketMatching, continuedIndent, delimitedIndent, indentNodeProp, indentOnInput, indentUnit, syntaxHighlighting } from "@codemirror/language";
import { tagHighlighter, tags } from "@lezer/highlight";
import { parser } from "@lezer/javascript";

const javascript = LRLanguage.define({
  name: "javascript",
  parser: parser.configure({
    props: [
      indentNodeProp.add({
        Block: delimitedIndent({ closing: "}" }),
        ObjectExpression: delimitedIndent({ closing: "}" }),
        ArrayExpression: delimitedIndent({ closing: "]" }),
        ArgList: delimitedIndent({ closing: ")", align: false }),
        "ArrowFunction IfStatement TryStatement": continuedIndent({ except: /^\s*({|else\b|catch\b|finally\b)/ }),
      }),
    ],
  }),
  languageData: { commentTokens: { line: "//", block: { open: "/*", close: "*/" } }, indentOnInput: /^\s*[\]})]$/ },
});

const colours = tagHighlighter([
  { tag: [tags.keyword, tags.bool, tags.null, tags.self], class: "tok-k" },
  { tag: [tags.string, tags.special(tags.string), tags.regexp], class: "tok-s" },
  { tag: [tags.function(tags.variableName), tags.function(tags.propertyName), tags.function(tags.definition(tags.variableName))], class: "tok-f" },
  { tag: tags.number, class: "tok-n" },
  { tag: tags.comment, class: "tok-c" },
]);

const outside = StateEffect.define();

/** The current expression, its lines, and the mark on what is wrong. */
const marked = StateField.define({
  create: () => ({ text: Decoration.none, lines: RangeSet.empty }),
  update(value, transaction) {
    for (const effect of transaction.effects) if (effect.is(outside)) return effect.value(transaction.state);
    return transaction.docChanged ? { text: value.text.map(transaction.changes), lines: value.lines.map(transaction.changes) } : value;
  },
  provide: (field) => [EditorView.decorations.from(field, (value) => value.text), gutterLineClass.from(field, (value) => value.lines)],
});

class LineClass extends GutterMarker {
  constructor(name) {
    super();
    this.elementClass = name;
  }
  eq(other) {
    return other.elementClass === this.elementClass;
  }
}

class Signs extends GutterMarker {
  constructor(signs) {
    super();
    this.signs = signs;
    this.key = signs.join();
  }
  eq(other) {
    return other.key === this.key;
  }
  toDOM() {
    const span = document.createElement("span");
    span.className = "marks";
    span.title = this.signs.map(([, , words]) => words).join(", ");
    for (const [role, icon] of this.signs) {
      const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
      svg.setAttribute("class", `icon ${role}`);
      svg.append(document.createElementNS("http://www.w3.org/2000/svg", "use"));
      svg.firstChild.setAttribute("href", icon);
      span.append(svg);
    }
    return span;
  }
}

const setSigns = StateEffect.define();
const signs = StateField.define({
  create: () => RangeSet.empty,
  update(value, transaction) {
    for (const effect of transaction.effects) if (effect.is(setSigns)) return effect.value;
    return transaction.docChanged ? value.map(transaction.changes) : value;
  },
});

export function create(parent, doc, onEdit, onLeave) {
  let current = null;
  let fault = null;
  const ours = Transaction.remote.of(true);
  const view = new EditorView({
    parent,
    state: EditorState.create({
      doc,
      extensions: [
        lineNumbers(),
        gutter({ class: "cm-marks", markers: (view) => view.state.field(signs) }),
        marked,
        signs,
        history(),
        drawSelection(),
        indentUnit.of("  "),
        EditorState.tabSize.of(2),
        indentOnInput(),
        bracketMatching(),
        javascript,
        syntaxHighlighting(colours),
        // Tab goes on to the next control, as everywhere; Ctrl+] indents.
        keymap.of([{ key: "Escape", run: () => (onLeave(), true) }, ...defaultKeymap, ...historyKeymap]),
        // Where text is typed over a selection, Chromium keeps the old text's look by a style attribute, which the page's policy refuses.
        EditorView.domEventHandlers({
          beforeinput(event, view) {
            if (event.inputType !== "insertText" || event.data === null || view.state.selection.main.empty) return false;
            view.dispatch(view.state.replaceSelection(event.data), { userEvent: "input.type", scrollIntoView: true });
            return true;
          },
        }),
        EditorView.contentAttributes.of({ "aria-label": "Code. Press Escape to leave the editor.", tabindex: "0", spellcheck: "false", autocapitalize: "off", autocorrect: "off" }),
        EditorView.updateListener.of((update) => {
          if (update.docChanged && !update.transactions.some((transaction) => transaction.annotation(Transaction.remote))) onEdit(update.state.doc.toString());
        }),
      ],
    }),
  });

  const decorate = (state) => {
    const text = [];
    const lines = [];
    const length = state.doc.length;
    if (current && current.from < length) {
      const to = Math.min(current.to, length);
      const line = state.doc.lineAt(current.from);
      text.push(Decoration.line({ class: `now ${current.role}` }).range(line.from));
      lines.push(new LineClass(`now ${current.role}`).range(line.from));
      if (to > current.from) text.push(Decoration.mark({ tagName: "mark", class: current.role }).range(current.from, to));
    }
    if (fault && fault.line <= state.doc.lines) {
      const line = state.doc.line(fault.line);
      const from = Math.min(line.from + fault.column - 1, Math.max(line.from, line.to - 1));
      if (line.to > from) text.push(Decoration.mark({ class: "wrong" }).range(from, line.to));
    }
    return { text: Decoration.set(text, true), lines: RangeSet.of(lines, true) };
  };

  return {
    setText(text) {
      if (text !== view.state.doc.toString()) view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text }, annotations: ours });
    },
    show(from, to, role) {
      current = from < 0 ? null : { from, to, role };
      const effects = [outside.of(decorate)];
      if (current && !view.hasFocus && from <= view.state.doc.length) {
        // Lines are read from their beginning, unless the place is too far right for that: typing may have left the view there.
        view.scrollDOM.scrollLeft = 0;
        effects.push(EditorView.scrollIntoView(from, { y: "nearest", yMargin: 44 }));
      }
      view.dispatch({ effects });
    },
    mark(list) {
      const byLine = new Map();
      for (const [line, ...sign] of list) byLine.set(line, [...(byLine.get(line) ?? []), sign]);
      const ranges = [...byLine].filter(([line]) => line <= view.state.doc.lines).map(([line, group]) => new Signs(group).range(view.state.doc.line(line).from));
      view.dispatch({ effects: setSigns.of(RangeSet.of(ranges, true)) });
    },
    wrong(line, column) {
      fault = line > 0 ? { line, column } : null;
      view.dispatch({ effects: outside.of(decorate) });
    },
    focus(x, y) {
      const place = x >= 0 ? view.posAtCoords({ x, y }, false) : 0;
      view.dispatch({ selection: { anchor: place } });
      view.focus();
    },
    destroy: () => view.destroy(),
  };
}
