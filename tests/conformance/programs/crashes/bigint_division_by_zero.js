console.log(10n / 0n);
