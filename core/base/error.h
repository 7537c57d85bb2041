// What went wrong, in a form that people can act on: a code for branching, sentences for the
// reader, and the place in the input. Made wherever the world can fail, on any thread, and carried
// by Result<T> (core/base/result.h). A plain value that never fails itself.
#pragma once

#include "core/base/time.h"

#include <cstdint>
#include <optional>
#include <string>

namespace topline::base {

enum class ErrorCode {
    InvalidInput, // the text, file or argument is not of the promised form
    NotFound,
    Io, // reading or writing failed
    DiskFull,
    ReadOnly,
    PermissionDenied,
    Corrupt, // the workspace file is damaged
    NotAWorkspace,
    NewerSchema, // the workspace was written by a newer program
    Busy,        // another program holds the workspace
    Conflict,    // the record changed under us
    Refused,     // a rule says no (holdout, opt-out, state)
    Unavailable, // the outside party did not answer
    Unknown,     // the outside party may or may not have acted
    Cancelled,
    SignInNeeded, // the outside party no longer lets us in; a person must sign in
    LimitReached, // a limit of calls; goes on at retryAtMs
};

// Where in the input the fault is; line and column count from 1, 0 means "not known".
struct Place {
    std::string file;
    std::int64_t line = 0;
    std::int64_t column = 0;
    std::string field;

    bool operator==(const Place &) const = default;
};

// What the user reads: what happened, what was kept, what to do. `message` is one or two plain
// sentences.
struct Error {
    ErrorCode code = ErrorCode::Io;
    std::string message;
    std::string kept = {};
    std::string todo = {};
    std::optional<Place> place = {};
    std::optional<UtcMs> retryAtMs = {}; // not before then
    std::string reference = {};          // the outside party's own number for the failure

    // "file:line:column: field: message kept todo", leaving out what is empty.
    std::string text() const;
};

} // namespace topline::base
