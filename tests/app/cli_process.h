// The terminal program run as a process, in a folder of its own that goes with the object. For
// tests in this folder only, one at a time; what cannot be started is a failed expectation.
#pragma once

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <string>
#include <vector>

namespace topline::app {

struct Ran {
    int status = -1; // exit status; -1 when it did not end by itself
    std::string out;
    std::string err;

    // The one document on standard output; a failed expectation when it is none.
    QJsonObject document() const;
    QJsonArray items() const;
};

// A folder that goes with the object, and the program working on a workspace in it.
class Terminal {
public:
    Terminal();
    ~Terminal();
    Terminal(const Terminal &) = delete;
    Terminal &operator=(const Terminal &) = delete;

    const std::string &folder() const { return m_folder; }

    std::string path(const std::string &name) const { return m_folder + "/" + name; }

    std::string workspace() const { return path("w.topline"); }

    // With --workspace before the words, and --as-of where it was set.
    Ran run(const std::vector<std::string> &words) const;
    Ran json(std::vector<std::string> words) const;
    // Nothing is added.
    static Ran bare(const std::vector<std::string> &words);
    // A line for /bin/sh, in which $CLI is the program with the workspace.
    Ran shell(const std::string &line) const;

    std::string write(const std::string &name, const std::string &text) const;
    static std::string read(const std::string &path);

    void setAsOf(const std::string &time) { m_asOf = time; }

private:
    std::string m_folder;
    std::string m_asOf;
};

} // namespace topline::app
