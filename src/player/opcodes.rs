//! The effects of Ignition's bytecodes, in a few words each (V8 13.6 `src/interpreter/interpreter-generator.cc`).

/// `acc` is the accumulator. `None` for one that has no words here.
#[must_use]
pub fn opcode_words(opcode: &str) -> Option<&'static str> {
    let opcode = opcode.strip_suffix(".Wide").or_else(|| opcode.strip_suffix(".ExtraWide")).unwrap_or(opcode);
    loads(opcode).or_else(|| operators(opcode)).or_else(|| calls(opcode)).or_else(|| control(opcode)).or_else(|| literals(opcode))
}

fn loads(opcode: &str) -> Option<&'static str> {
    Some(match opcode {
        "LdaZero" => "acc = 0",
        "LdaSmi" => "acc = a small integer",
        "LdaConstant" => "acc = a constant of the pool",
        "LdaUndefined" => "acc = undefined",
        "LdaNull" => "acc = null",
        "LdaTrue" => "acc = true",
        "LdaFalse" => "acc = false",
        "LdaTheHole" => "acc = the hole: not initialised yet",
        "Ldar" => "acc = a register",
        "Star" => "a register = acc",
        "Mov" => "one register to another",
        "LdaGlobal" => "acc = a global variable",
        "LdaGlobalInsideTypeof" => "acc = a global variable, or undefined",
        "StaGlobal" => "a global variable = acc",
        "LdaContextSlot" | "LdaImmutableContextSlot" => "acc = a variable of a scope around",
        "LdaCurrentContextSlot" | "LdaImmutableCurrentContextSlot" => "acc = a variable of this scope’s context",
        "StaContextSlot" => "a variable of a scope around = acc",
        "StaCurrentContextSlot" => "a variable of this scope’s context = acc",
        "PushContext" => "enters a scope",
        "PopContext" => "leaves a scope",
        "GetNamedProperty" => "acc = object.name, through its inline cache",
        "GetNamedPropertyFromSuper" => "acc = super.name",
        "GetKeyedProperty" => "acc = object[acc], through its inline cache",
        "SetNamedProperty" => "object.name = acc, through its inline cache",
        "SetKeyedProperty" => "object[key] = acc, through its inline cache",
        "DefineNamedOwnProperty" | "DefineKeyedOwnProperty" | "DefineKeyedOwnPropertyInLiteral" => "defines a property of its own = acc",
        "StaInArrayLiteral" => "an element of an array literal = acc",
        _ if opcode.starts_with("Star") => "a register = acc",
        _ => return None,
    })
}

fn operators(opcode: &str) -> Option<&'static str> {
    Some(match opcode {
        "Add" => "acc = register + acc",
        "Sub" => "acc = register − acc",
        "Mul" => "acc = register × acc",
        "Div" => "acc = register / acc",
        "Mod" => "acc = register % acc",
        "Exp" => "acc = register ** acc",
        "AddSmi" => "acc = acc + a small integer",
        "SubSmi" => "acc = acc − a small integer",
        "MulSmi" => "acc = acc × a small integer",
        "DivSmi" => "acc = acc / a small integer",
        "ModSmi" => "acc = acc % a small integer",
        "ExpSmi" => "acc = acc ** a small integer",
        "BitwiseOr" | "BitwiseOrSmi" => "acc = … | …",
        "BitwiseXor" | "BitwiseXorSmi" => "acc = … ^ …",
        "BitwiseAnd" | "BitwiseAndSmi" => "acc = … & …",
        "BitwiseNot" => "acc = ~acc",
        "ShiftLeft" | "ShiftLeftSmi" => "acc = … << …",
        "ShiftRight" | "ShiftRightSmi" => "acc = … >> …",
        "ShiftRightLogical" | "ShiftRightLogicalSmi" => "acc = … >>> …",
        "Inc" => "acc = acc + 1",
        "Dec" => "acc = acc − 1",
        "Negate" => "acc = −acc",
        "LogicalNot" | "ToBooleanLogicalNot" => "acc = !acc",
        "TypeOf" => "acc = typeof acc",
        "ToNumber" | "ToNumeric" => "acc to a number",
        "ToObject" => "acc to an object",
        "ToName" => "acc to a property’s name",
        "ToString" => "acc to a string",
        "ToBoolean" => "acc to a boolean",
        "TestEqual" => "acc = register == acc",
        "TestEqualStrict" => "acc = register === acc",
        "TestLessThan" => "acc = register < acc",
        "TestGreaterThan" => "acc = register > acc",
        "TestLessThanOrEqual" => "acc = register <= acc",
        "TestGreaterThanOrEqual" => "acc = register >= acc",
        "TestInstanceOf" => "acc = register instanceof acc",
        "TestIn" => "acc = register in acc",
        "TestNull" => "acc = acc === null",
        "TestUndefined" => "acc = acc === undefined",
        "TestUndetectable" => "acc = acc == null",
        "TestTypeOf" => "acc = typeof acc is that",
        "DeletePropertyStrict" | "DeletePropertySloppy" => "delete object[acc]",
        _ => return None,
    })
}

fn calls(opcode: &str) -> Option<&'static str> {
    Some(match opcode {
        "CallProperty" | "CallProperty0" | "CallProperty1" | "CallProperty2" => "calls a method: function, this, arguments",
        "CallUndefinedReceiver" | "CallUndefinedReceiver0" | "CallUndefinedReceiver1" | "CallUndefinedReceiver2" => {
            "calls a function, this is undefined"
        }
        "CallAnyReceiver" => "calls a function with any this",
        "CallWithSpread" => "calls a function, the last argument spread",
        "CallRuntime" => "calls a function of V8’s runtime",
        "CallJSRuntime" => "calls a built-in",
        "InvokeIntrinsic" => "calls an intrinsic of V8’s",
        "Construct" => "new: calls a constructor",
        "ConstructWithSpread" => "new, the last argument spread",
        "Return" => "returns acc",
        "GetIterator" => "acc = an iterator of a value",
        _ => return None,
    })
}

fn control(opcode: &str) -> Option<&'static str> {
    Some(match opcode {
        "Jump" | "JumpConstant" => "goes on there",
        "JumpLoop" => "back to the loop’s head; heats the function",
        "JumpIfTrue" | "JumpIfTrueConstant" => "if acc is true, goes on there",
        "JumpIfFalse" | "JumpIfFalseConstant" => "if acc is false, goes on there",
        "JumpIfToBooleanTrue" | "JumpIfToBooleanTrueConstant" => "if acc is truthy, goes on there",
        "JumpIfToBooleanFalse" | "JumpIfToBooleanFalseConstant" => "if acc is falsy, goes on there",
        "JumpIfNull" | "JumpIfNotNull" | "JumpIfUndefined" | "JumpIfNotUndefined" | "JumpIfUndefinedOrNull" => "by null or undefined, goes on there",
        "JumpIfJSReceiver" => "if acc is an object, goes on there",
        "SwitchOnSmiNoFeedback" => "goes on where the table says",
        "Throw" => "throws acc",
        "ReThrow" => "throws on what was caught",
        "ThrowReferenceErrorIfHole" => "throws if it is not initialised yet",
        "ThrowSuperNotCalledIfHole" => "throws if super() was not called",
        "SetPendingMessage" => "what the debugger is told of an exception",
        "ForInEnumerate" | "ForInPrepare" | "ForInNext" | "ForInStep" | "ForInContinue" => "a step of for … in",
        "SuspendGenerator" => "leaves the function, to be gone on with",
        "ResumeGenerator" => "takes its registers up again",
        "SwitchOnGeneratorState" => "goes on where it was left",
        "Debugger" => "the debugger statement",
        _ => return None,
    })
}

fn literals(opcode: &str) -> Option<&'static str> {
    Some(match opcode {
        "CreateClosure" => "acc = a new function",
        "CreateObjectLiteral" => "acc = a new object, from its boilerplate",
        "CreateEmptyObjectLiteral" => "acc = {}",
        "CreateArrayLiteral" => "acc = a new array, from its boilerplate",
        "CreateEmptyArrayLiteral" => "acc = []",
        "CreateArrayFromIterable" => "acc = […acc]",
        "CreateRegExpLiteral" => "acc = a regular expression",
        "CloneObject" => "acc = a copy of an object",
        "GetTemplateObject" => "acc = a template’s strings",
        "CreateBlockContext" | "CreateFunctionContext" | "CreateCatchContext" => "acc = a new context for captured variables",
        "CreateMappedArguments" | "CreateUnmappedArguments" => "acc = arguments",
        "CreateRestParameter" => "acc = the rest parameter",
        _ => return None,
    })
}
