// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/phantom/PhantomPatient.h"

#include "engine/dicom/writing/DicomWriter.h"
#include "engine/phantom/Anatomy.h"
#include "engine/phantom/ChestPhantom.h"
#include "engine/phantom/Random.h"

#include <array>
#include <cstdio>
#include <utility>

namespace pleurascope::phantom {

namespace {

constexpr std::uint32_t labelStream = 200;
constexpr std::uint32_t patientStream = 210;
constexpr int seedsOfPatients = 1'000'000; // beyond any index of a film

constexpr std::array familyNames{"DEMO", "SAMPLE", "PHANTOM", "MUSTER", "EXAMPLE", "MODEL", "SPECIMEN"};
constexpr std::array women{"ANNA",       "IDA",   "CLARA", "EMMA", "LENA", "RUTH",
                           "ZO\xC3\x8B", "MARTA", "OLGA",  "INES", "VERA"};
constexpr std::array men{"OTTO", "J\xC3\x9CRGEN", "HUGO", "PAUL", "KARL", "MAX",
                         "EMIL", "NILS",          "IVAN", "LUIS", "THEO"};
constexpr std::array reasons{"Chest PA",
                             "Chest PA, dyspnoea",
                             "Chest PA, follow-up",
                             "Chest PA, cough and fever",
                             "Chest PA, before surgery",
                             "Chest PA, chest pain"};

template <class... Values>
std::string formatted(const char* format, Values... values) {
    std::array<char, 64> text{};
    std::snprintf(text.data(), text.size(), format, values...);
    return text.data();
}

/// Which films show an effusion: the share, rounded, dealt out at random.
std::vector<bool> dealEffusions(const PhantomSetConfig& config) {
    const auto positives = std::size_t(config.effusionShare * config.count + 0.5);
    std::vector<bool> effusions(std::size_t(config.count), false);
    for (std::size_t i = 0; i < positives && i < effusions.size(); ++i)
        effusions[i] = true;
    Random random(config.seed, labelStream);
    for (int i = config.count - 1; i > 0; --i) {
        const auto other = std::size_t(random.index(i + 1));
        const bool kept = effusions[std::size_t(i)];
        effusions[std::size_t(i)] = effusions[other];
        effusions[other] = kept;
    }
    return effusions;
}

/// One invented person, and what her or his studies share.
struct Person {
    std::uint32_t seed = 0;
    dicom::Patient patient;
    int age = 0;
    int number = 0;
};

Person inventPerson(const PhantomSetConfig& config, int number) {
    Random random(config.seed, patientStream + std::uint32_t(number) * 16);
    Person person;
    person.number = number;
    person.seed = randomSpec(config.seed, std::uint32_t(seedsOfPatients + number), false).seed;
    PhantomSpec body;
    body.seed = person.seed;
    const bool isWoman = Anatomy(body).breast > 0 || random.chance(0.1);
    const auto place = std::size_t(number - 1);
    person.patient.name = std::string(familyNames[place % familyNames.size()]) + "^" +
                          (isWoman ? women[place % women.size()] : men[place % men.size()]);
    person.patient.id = formatted("DEMO-%04d", number);
    person.patient.sex = isWoman ? "F" : "M";
    person.age = 24 + random.index(65);
    // Studies lie between January and March, birthdays after that: one age for all studies.
    person.patient.birthDate =
        formatted("%04d-%02d-%02d", 2025 - person.age, 4 + random.index(9), 1 + random.index(28));
    return person;
}

dicom::Study inventStudy(const PhantomSetConfig& config, const Person& person, int index, bool earlier) {
    Random random(config.seed, patientStream + 8 + std::uint32_t(index) * 16);
    dicom::Study study;
    study.uid = dicom::uidFromSeed(formatted("phantom set %u study %d", config.seed, index));
    study.id = formatted("%d", index + 1);
    // The present ones on one working day, from half past seven on; the earlier ones in the weeks before.
    const int minute = earlier ? 8 * 60 + random.index(9 * 60) : 7 * 60 + 30 + index * 600 / config.count;
    study.date =
        earlier ? formatted("2026-%02d-%02d", 1 + random.index(2), 1 + random.index(28)) : "2026-03-16";
    study.time = formatted("%02d:%02d:%02d", minute / 60, minute % 60, random.index(60));
    study.accessionNumber = formatted("A26-%05d", index + 1);
    study.description = reasons[std::size_t(random.index(int(reasons.size())))];
    study.age = formatted("%03dY", person.age);
    return study;
}

} // namespace

std::vector<PlannedFilm> planFilms(const PhantomSetConfig& config) {
    const std::vector<bool> effusions = dealEffusions(config);
    Random random(config.seed, labelStream + 1);
    std::vector<PlannedFilm> films;
    Person person;
    bool mayHavePrior = false;
    for (int index = 0; index < config.count; ++index) {
        const bool earlier = mayHavePrior && random.chance(0.17);
        if (!earlier)
            person = inventPerson(config, person.number + 1);
        mayHavePrior = !earlier;
        films.push_back({index, effusions[std::size_t(index)], person.seed, person.patient,
                         inventStudy(config, person, index, earlier), formatted("%d", person.age)});
    }
    return films;
}

} // namespace pleurascope::phantom
