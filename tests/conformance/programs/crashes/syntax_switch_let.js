switch (1) {
  case 0: let x = 1; break;
  case 1: let x = 2; break;
}
