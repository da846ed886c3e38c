function f() {
  import fs from 'node:fs';
}
