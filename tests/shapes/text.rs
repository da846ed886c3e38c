//! The subset of JavaScript in which the programs are written: its tree, and its reader. A program that leaves the subset is refused with its line.

use std::rc::Rc;

/// Line and column, both from 1, as `--log-ic` counts them.
pub(crate) type At = (u32, u32);

#[derive(Debug, Clone)]
pub(crate) enum Property {
    Data(Expr, bool, Expr),
    Getter(String, Rc<Function>),
    Setter(String, Rc<Function>),
    Spread(Expr),
}

#[derive(Debug, Clone)]
pub(crate) enum Expr {
    Number(f64),
    BigInt,
    Text(String),
    Undefined,
    Null,
    Boolean(bool),
    Name(String),
    This,
    Object(At, Vec<Property>),
    Array(At, Vec<Option<(bool, Expr)>>),
    Function(Rc<Function>),
    Class(Rc<Class>),
    Member(At, Box<Expr>, Box<Expr>, bool),
    Call(Box<Expr>, Vec<Expr>),
    New(At, Box<Expr>, Vec<Expr>),
    Assign(At, Box<Expr>, Box<Expr>),
    Delete(Box<Expr>),
    Binary(char, Box<Expr>, Box<Expr>),
    Minus(Box<Expr>),
}

#[derive(Debug)]
pub(crate) struct Function {
    pub parameters: Vec<String>,
    pub body: Vec<Statement>,
    /// `this.x =` in its text.
    pub expected: usize,
    pub arrow: bool,
}

#[derive(Debug)]
pub(crate) struct Class {
    pub extends: Option<Expr>,
    pub constructor: Option<Rc<Function>>,
    pub fields: Vec<(String, Option<Expr>)>,
    pub methods: Vec<(String, Rc<Function>)>,
}

#[derive(Debug, Clone)]
pub(crate) enum Statement {
    Let(String, Expr),
    Expression(Expr),
    Return(Option<Expr>),
    Block(Vec<Statement>),
    For(String, f64, Expr, Box<Statement>),
}

#[derive(Clone, Debug, PartialEq)]
enum Token {
    Number(f64),
    BigInt,
    Text(String),
    Word(String),
    Sign(&'static str),
    End,
}

const SIGNS: [&str; 23] = ["...", "=>", "++", "+=", "(", ")", "{", "}", "[", "]", ",", ";", ":", ".", "=", "<", "+", "-", "*", "%", "/", "?", "!"];

fn tokens(source: &str) -> Vec<(Token, At)> {
    let mut out = Vec::new();
    for (line, text) in (1..).zip(source.lines()) {
        let mut rest = text;
        loop {
            rest = rest.trim_start();
            let at = (line, u32::try_from(text.len() - rest.len()).expect("a program of the subset") + 1);
            if rest.is_empty() || rest.starts_with("//") {
                break;
            }
            let (token, length) = token(rest);
            out.push((token, at));
            rest = &rest[length..];
        }
    }
    out.push((Token::End, (0, 0)));
    out
}

fn token(rest: &str) -> (Token, usize) {
    let first = rest.chars().next().expect("a program of the subset");
    let run = |good: fn(char) -> bool| rest.find(|c| !good(c)).unwrap_or(rest.len());
    if first == '\'' {
        let end = rest[1..].find('\'').expect("the end of a string") + 1;
        return (Token::Text(rest[1..end].into()), end + 1);
    }
    if first.is_ascii_digit() {
        let end = run(|c| c.is_ascii_digit() || c == '.' || c == 'e');
        if rest[end..].starts_with('n') {
            return (Token::BigInt, end + 1);
        }
        return (Token::Number(rest[..end].parse().expect("a program of the subset")), end);
    }
    if first.is_alphabetic() || first == '_' {
        let end = run(|c| c.is_alphanumeric() || c == '_');
        return (Token::Word(rest[..end].into()), end);
    }
    let sign = SIGNS.iter().find(|sign| rest.starts_with(**sign)).unwrap_or_else(|| panic!("no sign of the subset: {rest}"));
    (Token::Sign(sign), sign.len())
}

pub(crate) struct Reader {
    tokens: Vec<(Token, At)>,
    next: usize,
    expected: usize,
}

pub(crate) fn read(source: &str) -> Vec<Statement> {
    let mut reader = Reader { tokens: tokens(source), next: 0, expected: 0 };
    let mut program = Vec::new();
    while *reader.peek() != Token::End {
        program.push(reader.statement());
    }
    program
}

impl Reader {
    fn peek(&self) -> &Token {
        &self.tokens[self.next].0
    }

    fn at(&self) -> At {
        self.tokens[self.next].1
    }

    fn take(&mut self) -> Token {
        self.next += 1;
        self.tokens[self.next - 1].0.clone()
    }

    fn is(&self, sign: &str) -> bool {
        matches!(self.peek(), Token::Sign(found) if *found == sign) || matches!(self.peek(), Token::Word(found) if found == sign)
    }

    fn eat(&mut self, sign: &str) -> bool {
        let is = self.is(sign);
        self.next += usize::from(is);
        is
    }

    fn need(&mut self, sign: &str) {
        assert!(self.eat(sign), "line {}: {sign} is missing before {:?}", self.at().0, self.peek());
    }

    fn word(&mut self) -> String {
        match self.take() {
            Token::Word(word) | Token::Text(word) => word,
            Token::Number(number) => number.to_string(),
            other => panic!("line {}: a name is missing before {other:?}", self.at().0),
        }
    }

    fn statement(&mut self) -> Statement {
        if self.is("{") {
            return Statement::Block(self.block());
        }
        if self.eat("for") {
            return self.for_loop();
        }
        if self.is("function") || self.is("class") {
            let value = self.expression();
            let name = self.tokens[self.declared(&value)].0.clone();
            let Token::Word(name) = name else { panic!("a declaration without a name") };
            return Statement::Let(name, value);
        }
        let statement = if self.eat("let") || self.eat("const") {
            let name = self.word();
            self.need("=");
            Statement::Let(name, self.expression())
        } else if self.eat("return") {
            Statement::Return((!self.is(";")).then(|| self.expression()))
        } else {
            Statement::Expression(self.expression())
        };
        self.need(";");
        statement
    }

    /// The token that names a function or class which was just read.
    fn declared(&self, value: &Expr) -> usize {
        let word = if matches!(value, Expr::Class(_)) { "class" } else { "function" };
        let (mut depth, mut at) = (0, self.next);
        loop {
            at -= 1;
            match &self.tokens[at].0 {
                Token::Sign("}") => depth += 1,
                Token::Sign("{") => depth -= 1,
                Token::Word(found) if depth == 0 && found == word => return at + 1,
                _ => {}
            }
        }
    }

    fn block(&mut self) -> Vec<Statement> {
        self.need("{");
        let mut statements = Vec::new();
        while !self.eat("}") {
            statements.push(self.statement());
        }
        statements
    }

    /// `for (let i = 0; i < n; i++)`.
    fn for_loop(&mut self) -> Statement {
        self.need("(");
        self.need("let");
        let name = self.word();
        self.need("=");
        let Token::Number(from) = self.take() else { panic!("a loop begins with a number") };
        self.need(";");
        self.word();
        self.need("<");
        let to = self.expression();
        self.need(";");
        self.word();
        self.need("++");
        self.need(")");
        Statement::For(name, from, to, Box::new(self.statement()))
    }

    pub(crate) fn expression(&mut self) -> Expr {
        let left = self.sum();
        let at = self.at();
        if self.eat("=") {
            if matches!(&left, Expr::Member(_, object, _, _) if matches!(**object, Expr::This)) {
                self.expected += 1;
            }
            return Expr::Assign(at, Box::new(left), Box::new(self.expression()));
        }
        left
    }

    fn sum(&mut self) -> Expr {
        let mut left = self.unary();
        while let Some(operator) = [("+", '+'), ("-", '-'), ("*", '*'), ("%", '%'), ("/", '/')].iter().find(|(sign, _)| self.is(sign)) {
            self.next += 1;
            left = Expr::Binary(operator.1, Box::new(left), Box::new(self.unary()));
        }
        left
    }

    fn unary(&mut self) -> Expr {
        if self.eat("-") {
            return Expr::Minus(Box::new(self.unary()));
        }
        if self.eat("delete") {
            return Expr::Delete(Box::new(self.unary()));
        }
        let mut value = self.primary();
        loop {
            let at = self.at();
            if self.eat(".") {
                let at = self.at();
                let name = self.word();
                value = Expr::Member(at, Box::new(value), Box::new(Expr::Text(name)), true);
            } else if self.eat("[") {
                let key = self.expression();
                self.need("]");
                value = Expr::Member(at, Box::new(value), Box::new(key), false);
            } else if self.is("(") {
                value = Expr::Call(Box::new(value), self.arguments());
            } else {
                return value;
            }
        }
    }

    fn arguments(&mut self) -> Vec<Expr> {
        self.need("(");
        let mut arguments = Vec::new();
        while !self.eat(")") {
            arguments.push(self.expression());
            if !self.is(")") {
                self.need(",");
            }
        }
        arguments
    }

    fn primary(&mut self) -> Expr {
        let at = self.at();
        if self.is("(") && self.is_arrow() {
            return self.arrow();
        }
        match self.take() {
            Token::Number(number) => Expr::Number(number),
            Token::BigInt => Expr::BigInt,
            Token::Text(text) => Expr::Text(text),
            Token::Sign("(") => {
                let inner = self.expression();
                self.need(")");
                inner
            }
            Token::Sign("{") => Expr::Object(at, self.properties()),
            Token::Sign("[") => Expr::Array(at, self.elements()),
            Token::Word(word) => self.worded(&word, at),
            other => panic!("line {}: not of the subset: {other:?}", at.0),
        }
    }

    fn worded(&mut self, word: &str, at: At) -> Expr {
        match word {
            "undefined" => Expr::Undefined,
            "null" => Expr::Null,
            "true" => Expr::Boolean(true),
            "false" => Expr::Boolean(false),
            "NaN" => Expr::Number(f64::NAN),
            "this" => Expr::This,
            "function" => {
                if !self.is("(") {
                    self.word();
                }
                Expr::Function(self.function())
            }
            "class" => Expr::Class(self.class()),
            "new" => {
                let callee = Expr::Name(self.word());
                let arguments = if self.is("(") { self.arguments() } else { Vec::new() };
                Expr::New(at, Box::new(callee), arguments)
            }
            name => Expr::Name(name.into()),
        }
    }

    fn is_arrow(&self) -> bool {
        let mut depth = 0;
        for (index, (token, _)) in self.tokens.iter().enumerate().skip(self.next) {
            match token {
                Token::Sign("(") => depth += 1,
                Token::Sign(")") => depth -= 1,
                _ => {}
            }
            if depth == 0 {
                return self.tokens[index + 1].0 == Token::Sign("=>");
            }
        }
        false
    }

    fn parameters(&mut self) -> Vec<String> {
        self.need("(");
        let mut names = Vec::new();
        while !self.eat(")") {
            names.push(self.word());
            self.eat(",");
        }
        names
    }

    fn arrow(&mut self) -> Expr {
        let parameters = self.parameters();
        self.need("=>");
        let body = if self.is("{") { self.block() } else { vec![Statement::Return(Some(self.expression()))] };
        Expr::Function(Rc::new(Function { parameters, body, expected: 0, arrow: true }))
    }

    fn function(&mut self) -> Rc<Function> {
        let outer = std::mem::take(&mut self.expected);
        let parameters = self.parameters();
        let body = self.block();
        let expected = std::mem::replace(&mut self.expected, outer);
        Rc::new(Function { parameters, body, expected, arrow: false })
    }

    fn properties(&mut self) -> Vec<Property> {
        let mut properties = Vec::new();
        while !self.eat("}") {
            properties.push(self.property());
            if !self.is("}") {
                self.need(",");
            }
        }
        properties
    }

    fn property(&mut self) -> Property {
        if self.eat("...") {
            return Property::Spread(self.expression());
        }
        if self.eat("[") {
            let key = self.expression();
            self.need("]");
            self.need(":");
            return Property::Data(key, true, self.expression());
        }
        let name = self.word();
        if (name == "get" || name == "set") && !self.is(":") && !self.is("(") && !self.is(",") {
            let key = self.word();
            let function = self.function();
            return if name == "get" { Property::Getter(key, function) } else { Property::Setter(key, function) };
        }
        let value = if self.is("(") {
            Expr::Function(self.function())
        } else if self.eat(":") {
            self.expression()
        } else {
            Expr::Name(name.clone())
        };
        Property::Data(Expr::Text(name), false, value)
    }

    fn elements(&mut self) -> Vec<Option<(bool, Expr)>> {
        let mut elements = Vec::new();
        while !self.eat("]") {
            if self.eat(",") {
                elements.push(None);
                continue;
            }
            let spread = self.eat("...");
            elements.push(Some((spread, self.expression())));
            if !self.is("]") {
                self.need(",");
            }
        }
        elements
    }

    fn class(&mut self) -> Rc<Class> {
        if !self.is("{") && !self.is("extends") {
            self.word();
        }
        let extends = self.eat("extends").then(|| Expr::Name(self.word()));
        let mut class = Class { extends, constructor: None, fields: Vec::new(), methods: Vec::new() };
        self.need("{");
        while !self.eat("}") {
            let name = self.word();
            if self.is("(") {
                let function = self.function();
                if name == "constructor" { class.constructor = Some(function) } else { class.methods.push((name, function)) }
            } else {
                let value = self.eat("=").then(|| self.expression());
                self.need(";");
                class.fields.push((name, value));
            }
        }
        Rc::new(class)
    }
}
