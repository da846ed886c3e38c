case 1: break;
