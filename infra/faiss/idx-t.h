// faiss-node's source writes faiss::idx_t, a name that libfaiss has from 1.7.4 on; before, it was Index::idx_t.
#include <faiss/Index.h>

#if FAISS_VERSION_MAJOR == 1 && (FAISS_VERSION_MINOR < 7 || (FAISS_VERSION_MINOR == 7 && FAISS_VERSION_PATCH < 4))
namespace faiss {
using idx_t = Index::idx_t;
}
#endif
