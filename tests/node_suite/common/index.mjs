import { createRequire } from 'node:module';
import common from './index.js';

export { createRequire };
export const {
  allowGlobals, buildType, canCreateSymLink, childShouldThrowAndAbort, defaultAutoSelectFamilyAttemptTimeout, enoughTestMem, escapePOSIXShell, expectRequiredModule,
  expectRequiredTLAError, expectWarning, expectsError, getArrayBufferViews, getBufferSources, getTTYfd, hasCrypto, hasFullICU, hasIPv6, hasInspector, hasIntl, hasOpenSSL3,
  hasQuic, hasSQLite, inFreeBSDJail, invalidArgTypeHelper, isAIX, isASan, isAlive, isDebug, isFreeBSD, isIBMi, isInsideDirWithUnusualChars, isLinux, isLinuxPPCBE, isMacOS,
  isMainThread, isOSX, isOpenBSD, isPi, isRiscv64, isSunOS, isWindows, localIPv6Hosts, localhostIPv4, mustCall, mustCallAtLeast, mustNotCall, mustNotMutateObjectDeep,
  mustSucceed, nodeProcessAborted, parseTestFlags, PIPE, platformTimeout, PORT, printSkipMessage, pwdCommand, requireNoPackageJSONAbove, runWithInvalidFD, skip, skipIf32Bits,
  skipIfEslintMissing, skipIfInspectorDisabled, skipIfReportDisabled, skipIfSQLiteMissing, skipIfWorker, spawnPromisified,
} = common;
export const getPort = () => common.PORT;
