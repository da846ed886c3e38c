import "fs"; // a import { nosuch } from "fs";  nosuch();
