/* The C library has it, but shows it to GNU sources only (renameat2(2)). */
#if defined(__linux__)
int renameat2(int olddirfd, const char *oldpath, int newdirfd, const char *newpath,
              unsigned int flags);
#endif
