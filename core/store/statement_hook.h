// A look at every statement just before it runs, so that a test can let the n-th one fail, or stop
// the world there. Given at opening; called on the connection's thread. Without a hook nothing is
// called. ROLLBACK does not pass here: it is what a crash does as well.
#pragma once

#include <string_view>

namespace topline::store {

class StatementHook {
public:
    virtual ~StatementHook() = default;

    // 0 lets the statement run; any other SQLite result code makes it fail with that code without
    // running. BEGIN and COMMIT pass here too.
    virtual int beforeRun(std::string_view sql) = 0;
};

} // namespace topline::store
