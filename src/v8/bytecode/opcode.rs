//! V8's bytecodes: their names, what they do to the accumulator, and the fixed widths of their operands (src/interpreter/bytecodes.h).

/// The use that a bytecode makes of the accumulator (`ImplicitRegisterUse`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Accumulator {
    Untouched,
    Read,
    Written,
    ReadWritten,
    Clobbered,
    ReadClobbered,
}

impl Accumulator {
    pub(super) fn reads(self) -> bool {
        matches!(self, Self::Read | Self::ReadWritten | Self::ReadClobbered)
    }
    pub(super) fn overwrites(self) -> bool {
        matches!(self, Self::Written | Self::ReadWritten | Self::Clobbered | Self::ReadClobbered)
    }
}

macro_rules! opcodes {
    ($($name:ident $use:ident,)*) => {
        /// A bytecode; the variant's name is V8's name.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(super) enum Op { $($name,)* }

        impl Op {
            pub(super) fn name(self) -> &'static str {
                match self { $(Self::$name => stringify!($name),)* }
            }
            pub(super) fn accumulator(self) -> Accumulator {
                match self { $(Self::$name => Accumulator::$use,)* }
            }
        }
    };
}

opcodes! {
    // Loads of the accumulator without effect, in the order that `is_load_without_effect` relies on.
    Ldar Written, LdaZero Written, LdaSmi Written, LdaUndefined Written, LdaNull Written, LdaTheHole Written, LdaTrue Written, LdaFalse Written,
    LdaConstant Written, LdaContextSlot Written, LdaImmutableContextSlot Written, LdaCurrentContextSlot Written,
    LdaImmutableCurrentContextSlot Written,
    Star Read, Mov Untouched, PushContext Read, PopContext Untouched,
    TestReferenceEqual ReadWritten, TestUndetectable ReadWritten, TestNull ReadWritten, TestUndefined ReadWritten, TestTypeOf ReadWritten,
    LdaGlobal Written, LdaGlobalInsideTypeof Written, StaGlobal ReadClobbered,
    StaContextSlot Read, StaCurrentContextSlot Read,
    GetNamedProperty Written, GetNamedPropertyFromSuper ReadWritten, GetKeyedProperty ReadWritten, GetEnumeratedKeyedProperty ReadWritten,
    SetNamedProperty ReadClobbered, DefineNamedOwnProperty ReadClobbered, SetKeyedProperty ReadClobbered, DefineKeyedOwnProperty ReadClobbered,
    StaInArrayLiteral ReadClobbered, DefineKeyedOwnPropertyInLiteral Read,
    Add ReadWritten, Sub ReadWritten, Mul ReadWritten, Div ReadWritten, Mod ReadWritten, Exp ReadWritten, BitwiseOr ReadWritten,
    BitwiseXor ReadWritten, BitwiseAnd ReadWritten, ShiftLeft ReadWritten, ShiftRight ReadWritten, ShiftRightLogical ReadWritten,
    AddSmi ReadWritten, SubSmi ReadWritten, MulSmi ReadWritten, DivSmi ReadWritten, ModSmi ReadWritten, ExpSmi ReadWritten,
    BitwiseOrSmi ReadWritten, BitwiseXorSmi ReadWritten, BitwiseAndSmi ReadWritten, ShiftLeftSmi ReadWritten, ShiftRightSmi ReadWritten,
    ShiftRightLogicalSmi ReadWritten,
    Inc ReadWritten, Dec ReadWritten, Negate ReadWritten, BitwiseNot ReadWritten, ToBooleanLogicalNot ReadWritten, LogicalNot ReadWritten,
    TypeOf ReadWritten, DeletePropertyStrict ReadWritten, DeletePropertySloppy ReadWritten,
    GetSuperConstructor Read, FindNonDefaultConstructorOrConstruct Untouched,
    CallAnyReceiver Written, CallProperty Written, CallProperty0 Written, CallProperty1 Written, CallProperty2 Written,
    CallUndefinedReceiver Written, CallUndefinedReceiver0 Written, CallUndefinedReceiver1 Written, CallUndefinedReceiver2 Written,
    CallWithSpread Written, CallRuntime Written, CallJSRuntime Written, InvokeIntrinsic Written,
    Construct ReadWritten, ConstructWithSpread ReadWritten, ConstructForwardAllArgs ReadWritten,
    TestEqual ReadWritten, TestEqualStrict ReadWritten, TestLessThan ReadWritten, TestGreaterThan ReadWritten, TestLessThanOrEqual ReadWritten,
    TestGreaterThanOrEqual ReadWritten, TestInstanceOf ReadWritten, TestIn ReadWritten,
    ToName ReadWritten, ToNumber ReadWritten, ToNumeric ReadWritten, ToObject Read, ToString ReadWritten, ToBoolean ReadWritten,
    CreateRegExpLiteral Written, CreateArrayLiteral Written, CreateArrayFromIterable ReadWritten, CreateEmptyArrayLiteral Written,
    CreateObjectLiteral Written, CreateEmptyObjectLiteral Written, CloneObject Written, GetTemplateObject Written, CreateClosure Written,
    CreateBlockContext Written, CreateCatchContext Written, CreateFunctionContext Written,
    CreateMappedArguments Written, CreateUnmappedArguments Written, CreateRestParameter Written,
    JumpLoop Clobbered, Jump Untouched, JumpConstant Untouched,
    JumpIfNull Read, JumpIfNotNull Read, JumpIfUndefined Read, JumpIfNotUndefined Read, JumpIfUndefinedOrNull Read, JumpIfTrue Read,
    JumpIfFalse Read, JumpIfJSReceiver Read, JumpIfForInDone Untouched, JumpIfToBooleanTrue Read, JumpIfToBooleanFalse Read,
    JumpIfNullConstant Read, JumpIfNotNullConstant Read, JumpIfUndefinedConstant Read, JumpIfNotUndefinedConstant Read,
    JumpIfUndefinedOrNullConstant Read, JumpIfTrueConstant Read, JumpIfFalseConstant Read, JumpIfJSReceiverConstant Read,
    JumpIfForInDoneConstant Untouched, JumpIfToBooleanTrueConstant Read, JumpIfToBooleanFalseConstant Read,
    SwitchOnSmiNoFeedback Read,
    ForInEnumerate Written, ForInPrepare ReadClobbered, ForInNext Written, ForInStep Untouched,
    SetPendingMessage ReadWritten, Throw Read, ReThrow Read, Return Read,
    ThrowReferenceErrorIfHole Read, ThrowSuperNotCalledIfHole Read, ThrowSuperAlreadyCalledIfNotHole Read, ThrowIfNotSuperConstructor Untouched,
    SwitchOnGeneratorState Untouched, SuspendGenerator Read, ResumeGenerator Written, GetIterator Written, Debugger Clobbered,
}

impl Op {
    /// `Bytecodes::IsAccumulatorLoadWithoutEffects`.
    pub(super) fn is_load_without_effect(self) -> bool {
        (Self::Ldar as u8..=Self::LdaImmutableCurrentContextSlot as u8).contains(&(self as u8))
    }

    pub(super) fn is_jump(self) -> bool {
        (Self::JumpLoop as u8..=Self::JumpIfToBooleanFalseConstant as u8).contains(&(self as u8))
    }

    fn is_switch(self) -> bool {
        matches!(self, Self::SwitchOnSmiNoFeedback | Self::SwitchOnGeneratorState)
    }

    /// `Bytecodes::IsWithoutExternalSideEffects`.
    pub(super) fn is_without_external_effect(self) -> bool {
        let converts = matches!(
            self,
            Self::JumpIfToBooleanTrue | Self::JumpIfToBooleanFalse | Self::JumpIfToBooleanTrueConstant | Self::JumpIfToBooleanFalseConstant
        );
        self.is_load_without_effect()
            || (Self::Star as u8..=Self::TestTypeOf as u8).contains(&(self as u8))
            || (self.is_jump() && !converts)
            || self.is_switch()
    }

    /// Whether all registers have to hold their own values before it (`PrepareForBytecode`).
    pub(super) fn needs_flush(self) -> bool {
        self.is_jump() || self.is_switch() || matches!(self, Self::Debugger | Self::SuspendGenerator | Self::ResumeGenerator)
    }

    /// Whether control never goes on behind it.
    pub(super) fn leaves_block(self) -> bool {
        matches!(self, Self::Return | Self::Throw | Self::ReThrow | Self::Jump | Self::JumpLoop | Self::JumpConstant | Self::SuspendGenerator)
    }

    /// The form of a forward jump whose distance is kept in the constant pool.
    pub(super) fn with_constant_distance(self) -> Self {
        match self {
            Self::Jump => Self::JumpConstant,
            Self::JumpIfNull => Self::JumpIfNullConstant,
            Self::JumpIfNotNull => Self::JumpIfNotNullConstant,
            Self::JumpIfUndefined => Self::JumpIfUndefinedConstant,
            Self::JumpIfNotUndefined => Self::JumpIfNotUndefinedConstant,
            Self::JumpIfUndefinedOrNull => Self::JumpIfUndefinedOrNullConstant,
            Self::JumpIfTrue => Self::JumpIfTrueConstant,
            Self::JumpIfFalse => Self::JumpIfFalseConstant,
            Self::JumpIfJSReceiver => Self::JumpIfJSReceiverConstant,
            Self::JumpIfForInDone => Self::JumpIfForInDoneConstant,
            Self::JumpIfToBooleanTrue => Self::JumpIfToBooleanTrueConstant,
            Self::JumpIfToBooleanFalse => Self::JumpIfToBooleanFalseConstant,
            other => other,
        }
    }
}

/// `Star` to one of the first sixteen registers is one byte.
pub(super) const SHORT_STARS: [&str; 16] = [
    "Star0", "Star1", "Star2", "Star3", "Star4", "Star5", "Star6", "Star7", "Star8", "Star9", "Star10", "Star11", "Star12", "Star13", "Star14",
    "Star15",
];
