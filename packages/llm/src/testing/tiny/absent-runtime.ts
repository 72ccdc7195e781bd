/** What importing onnxruntime-node comes to where its native part can't be loaded. */
throw Object.assign(new Error('libonnxruntime.so.1: cannot open shared object file'), { code: 'ERR_DLOPEN_FAILED' })
