a: { continue a; }
