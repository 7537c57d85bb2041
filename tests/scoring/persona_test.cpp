#include "core/scoring/persona.h"

#include <gtest/gtest.h>

namespace topline::scoring {

using domain::Department;
using domain::Persona;
using domain::Seniority;

TEST(Persona, ReadsTitlesInFourLanguages)
{
    const std::pair<const char *, Persona> rows[] = {
        {"", {}},
        {"  -- ", {}},
        {"CFO", {Seniority::Chief, Department::Finance}},
        {"Chief Information Security Officer", {Seniority::Chief, Department::Security}},
        {"CEO & Founder", {Seniority::Chief, Department::General}},
        {"Vice President, Sales", {Seniority::VicePresident, Department::Sales}},
        {"VP Operations", {Seniority::VicePresident, Department::Operations}},
        {"President", {Seniority::Chief, Department::General}},
        {"Managing Director", {Seniority::Chief, Department::General}},
        {"Head of IT", {Seniority::Director, Department::Technology}},
        {"Director of Engineering", {Seniority::Director, Department::Technology}},
        {"General Counsel", {Seniority::Individual, Department::Legal}},
        {"Account Manager", {Seniority::Manager, Department::Sales}},
        {"Fleet Manager", {Seniority::Manager, Department::Operations}},
        {"Product Owner", {Seniority::Individual, Department::Product}},
        {"HR Business Partner", {Seniority::Individual, Department::People}},
        {"Buyer", {Seniority::Individual, Department::Purchasing}},
        {"Assistant to the CEO", {Seniority::Individual, Department::Unknown}},
        {"Geschäftsführerin", {Seniority::Chief, Department::General}},
        {"GESCHÄFTSFÜHRER", {Seniority::Chief, Department::General}},
        {"Vertriebsleiter", {Seniority::Director, Department::Sales}},
        {"Leiterin Einkauf", {Seniority::Director, Department::Purchasing}},
        {"Teamleiter Buchhaltung", {Seniority::Manager, Department::Finance}},
        {"Datenschutzbeauftragte", {Seniority::Individual, Department::Security}},
        {"Werkstudent Marketing", {Seniority::Individual, Department::Marketing}},
        {"Directeur général", {Seniority::Chief, Department::General}},
        {"Directrice financière", {Seniority::Director, Department::Finance}},
        {"Responsable des achats", {Seniority::Manager, Department::Purchasing}},
        {"Chef de produit", {Seniority::Manager, Department::Product}},
        {"Juriste", {Seniority::Individual, Department::Legal}},
        {"Director de compras", {Seniority::Director, Department::Purchasing}},
        {"Jefa de seguridad", {Seniority::Manager, Department::Security}},
        {"Gerente General", {Seniority::Chief, Department::General}},
        {"Abogada", {Seniority::Individual, Department::Legal}},
    };
    for (const auto &[title, wanted] : rows) {
        const auto found = personaOf(title, {});
        EXPECT_EQ(found.seniority, wanted.seniority) << title;
        EXPECT_EQ(found.department, wanted.department) << title;
    }
}

TEST(Persona, APersonsRulesComeFirstAndLeaveTheRestToTheDictionary)
{
    const std::vector<domain::PersonaRule> rules = {
        {"Business Partner", {Seniority::Director, Department::Unknown}},
        {"partner", {Seniority::Manager, Department::Sales}},
        {"ÉQUIPE", {Seniority::Manager, Department::Operations}},
    };
    EXPECT_EQ(personaOf("HR Business Partner", rules),
              (Persona{Seniority::Director, Department::Sales}));
    EXPECT_EQ(personaOf("Partner", rules), (Persona{Seniority::Manager, Department::Sales}));
    EXPECT_EQ(personaOf("Partnerships", rules).seniority, Seniority::Individual);
    EXPECT_EQ(personaOf("chef d'équipe", rules).department, Department::Operations);
    EXPECT_EQ(personaOf("CFO", rules), (Persona{Seniority::Chief, Department::Finance}));
}

} // namespace topline::scoring
