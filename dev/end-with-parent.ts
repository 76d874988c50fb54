/**
 * Loaded into a child process: when its parent is gone, however it went, the child is asked to stop as
 * if by a person. Without it a killed launcher leaves its children behind on their ports.
 */
process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'));
process.channel?.unref();
