"""The project that is measured: written anew each time, the same whenever it is, as long as asked for."""
