// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/ErrorSentence.h"
#include "app/cli/JsonLine.h"
#include "app/cli/OpenLibrary.h"
#include "engine/core/Files.h"
#include "engine/data/Dataset.h"

#include <cstdio>

namespace pleurascope::cli {

namespace {

constexpr int pageSize = 1000;

struct AuditOptions {
    std::string library; ///< `--library`
    bool json = false;
    std::string output; ///< `export`; empty: standard output
};

int verify(const AuditOptions& options, store::Library& library) {
    const auto report = library.verifyAudit();
    if (!report)
        return fail(report.error());
    if (options.json)
        printJson({{"lines", report->lines},
                   {"whole", report->isWhole()},
                   {"first_bad", report->firstBad},
                   {"reason", report->reason}});
    else if (report->isWhole())
        std::printf("%lld lines, whole\n", static_cast<long long>(report->lines));
    else
        std::printf("line %lld is %s; %lld lines before it are whole\n",
                    static_cast<long long>(report->firstBad), report->reason.c_str(),
                    static_cast<long long>(report->lines));
    return report->isWhole() ? success : failed;
}

std::string csvLine(const store::AuditLine& line) {
    std::string text = std::to_string(line.id);
    for (const std::string& field :
         {line.madeAt, line.actor, line.action, line.subject, line.detail, line.chain})
        text += "," + data::csvField(field);
    return text + "\n";
}

std::string jsonText(const store::AuditLine& line) {
    return jsonLine({{"id", line.id},
                     {"made_at", line.madeAt},
                     {"actor", line.actor},
                     {"action", line.action},
                     {"subject", line.subject},
                     {"detail", line.detail},
                     {"chain", line.chain}}) +
           "\n";
}

int exportLines(const AuditOptions& options, store::Library& library) {
    std::string text = options.json ? "" : "id,made_at,actor,action,subject,detail,chain\n";
    for (std::int64_t after = 0;;) {
        const auto lines = library.auditLines(after, pageSize);
        if (!lines)
            return fail(lines.error());
        if (lines->empty())
            break;
        for (const auto& line : *lines)
            text += options.json ? jsonText(line) : csvLine(line);
        after = lines->back().id;
    }
    if (options.output.empty()) {
        std::fwrite(text.data(), 1, text.size(), stdout);
        return success;
    }
    const auto written = core::writeFileAtomically(options.output, text);
    return written ? success : fail(written.error());
}

using Action = int (*)(const AuditOptions&, store::Library&);

CLI::App* add(CLI::App& audit, const std::shared_ptr<AuditOptions>& options, Work& run, const char* name,
              const char* help, Action action) {
    auto* command = audit.add_subcommand(name, help);
    addLibraryOption(*command, options->library);
    command->add_flag("--json", options->json, "One JSON object a line");
    command->callback([=, &run] {
        run = [=](const Context& context) {
            const auto library = openLibrary(options->library, context, false);
            return library ? action(*options, **library) : fail(library.error());
        };
    });
    return command;
}

} // namespace

void addAuditCommand(CLI::App& app, Work& run) {
    auto options = std::make_shared<AuditOptions>();
    auto* audit = app.add_subcommand("audit", "The log of what was done with a library");
    audit->require_subcommand(1);
    add(*audit, options, run, "verify",
        "Look whether every line is as it was written and none is gone; exit 1 if not", verify);
    add(*audit, options, run, "export", "All lines as a table, or as JSON", exportLines)
        ->add_option("--output", options->output, "A file instead of standard output")
        ->type_name("FILE");
}

} // namespace pleurascope::cli
