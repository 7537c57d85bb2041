#include "core/store/store_error.h"

#include <cerrno>
#include <cstring>
#include <sqlite3.h>
#include <string>

namespace topline::store {

using base::Error;
using base::ErrorCode;

namespace {

constexpr const char *stepKept = "Nothing of this step was stored; everything before it is kept.";
constexpr const char *fileKept = "The file was left as it is.";

std::string quoted(const std::filesystem::path &path)
{
    return '"' + path.string() + '"';
}

Error constraintError(int code, std::string_view detail)
{
    switch (code) {
    case SQLITE_CONSTRAINT_TRIGGER:
        return {ErrorCode::Refused, "The workspace refused this: " + std::string(detail) + ".",
                stepKept};
    case SQLITE_CONSTRAINT_UNIQUE:
    case SQLITE_CONSTRAINT_PRIMARYKEY:
    case SQLITE_CONSTRAINT_ROWID:
        return {ErrorCode::Conflict,
                "This is stored already, or clashes with a row that is (" + std::string(detail) +
                    ").",
                stepKept};
    case SQLITE_CONSTRAINT_FOREIGNKEY:
        return {ErrorCode::Conflict, "A record that this one refers to is missing.", stepKept};
    default:
        return {ErrorCode::InvalidInput,
                "A value is outside what its column takes (" + std::string(detail) + ").",
                stepKept};
    }
}

} // namespace

Error sqliteError(int code, std::string_view detail)
{
    switch (code & 0xff) {
    case SQLITE_FULL:
        return {ErrorCode::DiskFull, "The disk is full.", stepKept,
                "Make room on the disk and try again."};
    case SQLITE_READONLY:
        return {ErrorCode::ReadOnly, "The workspace can be read but not written.", stepKept,
                "Check that the file, its folder and the disk are writable."};
    case SQLITE_PERM:
    case SQLITE_AUTH:
    case SQLITE_CANTOPEN:
        return {ErrorCode::PermissionDenied,
                "The workspace, or a file beside it, could not be opened.", stepKept,
                "Check the permissions of the file and its folder."};
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return {ErrorCode::Busy, "Another program is writing to the workspace.", stepKept,
                "Close the other program and try again."};
    case SQLITE_CORRUPT:
        return {ErrorCode::Corrupt, "The workspace file is damaged.", stepKept,
                "Close the program, run \"check\", and restore the newest sound backup."};
    case SQLITE_NOTADB:
        return {ErrorCode::NotAWorkspace, "The file is not a workspace.", fileKept,
                "Choose another file."};
    case SQLITE_CONSTRAINT:
        return constraintError(code, detail);
    case SQLITE_TOOBIG:
        return {ErrorCode::InvalidInput, "A text is too long to be stored.", stepKept,
                "Shorten it and try again."};
    case SQLITE_INTERRUPT:
        return {ErrorCode::Cancelled, "The reading was cancelled.", stepKept};
    case SQLITE_NOMEM:
        return {ErrorCode::Io, "There is not enough memory.", stepKept,
                "Close other programs and try again."};
    case SQLITE_ABORT:
        return {ErrorCode::Io, "An earlier failure has undone this step.", stepKept,
                "Try the step again from its beginning."};
    case SQLITE_IOERR:
        return {ErrorCode::Io, "The disk reported an error while reading or writing.", stepKept,
                "Check the disk, close the program and open the workspace again."};
    default:
        return {ErrorCode::Io,
                "The workspace could not be read or written (" + std::string(sqlite3_errstr(code)) +
                    ").",
                stepKept, "Close the program and open the workspace again."};
    }
}

Error fileError(int errorNumber, const std::filesystem::path &path, std::string_view doing)
{
    Error error;
    error.message = quoted(path) + " could not be " + std::string(doing) + ": " +
                    std::string(std::strerror(errorNumber)) + ".";
    error.kept = "Nothing was changed.";
    switch (errorNumber) {
    case ENOENT:
        error.code = ErrorCode::NotFound;
        error.todo = "Check the path.";
        break;
    case EACCES:
    case EPERM:
        error.code = ErrorCode::PermissionDenied;
        error.todo = "Choose a folder that you may write to, or change its permissions.";
        break;
    case EROFS:
        error.code = ErrorCode::ReadOnly;
        error.todo = "Choose a folder on a disk that can be written.";
        break;
    case ENOSPC:
    case EDQUOT:
        error.code = ErrorCode::DiskFull;
        error.todo = "Make room on the disk and try again.";
        break;
    case EEXIST:
        error.code = ErrorCode::Conflict;
        error.todo = "Choose another name.";
        break;
    case ENOTDIR:
    case EISDIR:
    case ELOOP:
    case ENAMETOOLONG:
        error.code = ErrorCode::InvalidInput;
        error.todo = "Check the path.";
        break;
    default:
        error.code = ErrorCode::Io;
        error.todo = "Check the disk and try again.";
    }
    return error;
}

Error notAWorkspace(const std::filesystem::path &path, std::string_view why)
{
    return {ErrorCode::NotAWorkspace,
            quoted(path) + " is not a workspace: " + std::string(why) + ".", fileKept,
            "Choose another file, or make a new workspace under another name."};
}

Error damaged(const std::filesystem::path &path, std::string_view finding)
{
    return {ErrorCode::Corrupt, quoted(path) + " is damaged: " + std::string(finding) + ".",
            fileKept, "Restore the newest sound backup; the damaged file is then kept aside."};
}

Error newerSchema(const std::filesystem::path &path, int theirs, int ours)
{
    return {ErrorCode::NewerSchema,
            quoted(path) + " was written by a newer version of this program (its schema is " +
                std::to_string(theirs) + ", this program knows " + std::to_string(ours) + ").",
            fileKept, "Open it with the newer version."};
}

} // namespace topline::store
