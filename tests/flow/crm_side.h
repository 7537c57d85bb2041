// The people at one CRM, for tests with two of them: what they add, change, merge, delete and bring
// back in its fake, by our names of fields. Keeps what a judge needs: every value that a field of a
// record ever had there. Used by TwoCrms, on its thread.
#pragma once

#include "core/domain/records.h"
#include "tests/crm/hubspot_bench.h"
#include "tests/crm/salesforce_bench.h"

#include <map>
#include <set>
#include <string>
#include <vector>

namespace topline::flow {

using domain::RecordKind;
using Texts = std::map<std::string, std::string>;

inline constexpr RecordKind sharedKinds[] = {RecordKind::Account, RecordKind::Contact,
                                             RecordKind::Deal};

// The fields that are edited on all three sides, by our names.
const std::vector<std::string> &fieldsOf(RecordKind kind);

class CrmSide {
public:
    struct Record {
        RecordKind kind = RecordKind::Contact;
        std::string key;                                  // who or what it is; its e-mail or domain
        std::map<std::string, std::set<std::string>> had; // by field
        bool wasMerged = false;                           // into another one: it never comes back
        bool isTouched = false; // was merged, deleted or brought back, or had it done to it
    };

    CrmSide(std::string systemName, std::string idPrefix)
        : system(std::move(systemName))
        , prefix(std::move(idPrefix))
    {
    }

    virtual ~CrmSide() = default;

    const std::string system;
    const std::string prefix;

    std::string add(RecordKind kind, const std::string &key, const Texts &values);
    void edit(const std::string &id, const std::string &field, const std::string &value);
    void merge(const std::string &winner, const std::string &loser);
    void remove(const std::string &id);
    void restore(const std::string &id);
    // Somebody else, Topline, has written it.
    void noteWrite(const std::string &id, const std::string &field, const std::string &value);

    virtual crm::Connector &connector() = 0;
    virtual base::FixedClock &clock() = 0;
    virtual bool canMerge(RecordKind kind) const = 0;
    virtual bool isAlive(const std::string &id) const = 0;
    virtual Texts values(const std::string &id) const = 0;

    std::vector<std::string> alive() const;
    std::vector<std::string> deleted() const; // and not merged away

    // By id without prefix.
    std::map<std::string, Record> records;

protected:
    virtual std::string create(RecordKind kind, const std::string &key, const Texts &values) = 0;
    virtual void change(const std::string &id, const std::string &field,
                        const std::string &value) = 0;
    virtual std::string unite(const std::string &winner, const std::string &loser) = 0;
    virtual void take(const std::string &id) = 0;
    virtual void bringBack(const std::string &id) = 0;

    RecordKind kindOf(const std::string &id) const { return records.at(id).kind; }
};

class HubSpotSide final : public CrmSide {
public:
    HubSpotSide()
        : CrmSide("hubspot", "hs:")
    {
    }

    crm::Connector &connector() override { return bench.connector(); }

    base::FixedClock &clock() override { return bench.clock; }

    bool canMerge(RecordKind) const override { return true; }

    bool isAlive(const std::string &id) const override;
    Texts values(const std::string &id) const override;

    crm::HubSpotBench bench;

protected:
    std::string create(RecordKind kind, const std::string &key, const Texts &values) override;
    void change(const std::string &id, const std::string &field, const std::string &value) override;
    std::string unite(const std::string &winner, const std::string &loser) override;
    void take(const std::string &id) override;
    void bringBack(const std::string &id) override;
};

class SalesforceSide final : public CrmSide {
public:
    SalesforceSide()
        : CrmSide("salesforce", "sf:")
    {
    }

    crm::Connector &connector() override { return bench.connector(); }

    base::FixedClock &clock() override { return bench.clock; }

    bool canMerge(RecordKind kind) const override { return kind != RecordKind::Deal; }

    bool isAlive(const std::string &id) const override;
    Texts values(const std::string &id) const override;

    crm::SalesforceBench bench;

protected:
    std::string create(RecordKind kind, const std::string &key, const Texts &values) override;
    void change(const std::string &id, const std::string &field, const std::string &value) override;
    std::string unite(const std::string &winner, const std::string &loser) override;
    void take(const std::string &id) override;
    void bringBack(const std::string &id) override;
};

} // namespace topline::flow
