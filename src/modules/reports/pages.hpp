// The pages of reports, and what they share.
#pragma once

#include "host/call.hpp"
#include "kernel/form_values.hpp"
#include "modules/reports/report_actions.hpp"
#include "web/components/components.hpp"

#include <functional>

namespace udb::reports {

Result<web::Response> show_reports(Call& call);
Result<web::Response> show_begin(Call& call);
Result<web::Response> post_begin(Call& call);
Result<web::Response> show_atom(Call& call);
Result<web::Response> show_report(Call& call);
Result<web::Response> show_draft_pdf(Call& call);
Result<web::Response> show_frozen(Call& call);
Result<web::Response> show_chapter(Call& call);
Result<web::Response> post_chapter(Call& call);
Result<web::Response> post_submit(Call& call);
Result<web::Response> post_send_back(Call& call);
Result<web::Response> post_approve(Call& call);
Result<web::Response> post_correct(Call& call);
Result<web::Response> post_discard(Call& call);
Result<web::Response> post_letter(Call& call);
Result<web::Response> post_send(Call& call);
Result<web::Response> post_mail(Call& call);
Result<web::Response> post_acknowledged(Call& call);
Result<web::Response> post_publish(Call& call);
Result<web::Response> post_site(Call& call);
Result<web::Response> show_proof(Call& call);

/// The report that the address names, where the actor may see anything of it.
Result<ReportRecord> seen_report(Call const& call);
bool may(Call const& call, Act act, ReportRecord const& report);
/// Whoever works on it, or sees those who do; others see published editions alone.
bool is_within(Call const& call, ReportRecord const& report);
/// What the form read: its report and version.
Header header_read(Call const& call, ReportRecord const& report);
Html version_field(ReportRecord const& report);

bool can_be_mended(Error const& error);
int status_of(Error const& error);
/// What a form's `on` says.
Result<Date> day_typed(Call const& call);

Html stage_mark(Words const& words, Stage stage);
Html way_to(Call const& call, ReportRecord const& report);

/// How a thing stands against its day: done in time, so many days late, so many days left.
Html against_due(Call const& call, std::optional<Due> const& due, std::optional<Date> done,
                 bangla::WorkingCalendar const& calendar);

/// The report's page; `error` is what a form on it brought.
Result<web::Response> report_page(Call const& call, ReportRecord const& report,
                                  std::optional<Error> const& error = {});
/// What can be done with it now, from draft to approval.
Html moves_of(Call const& call, ReportRecord const& report, std::optional<Error> const& error);
/// How the approved edition was sent and published, with the forms to say so.
Html proofs_of(Call const& call, ReportRecord const& report, std::optional<Error> const& error);
/// The editions with their files.
Html editions_of_page(Call const& call, ReportRecord const& report);

/// Where a page finds a picture.
using PictureUrl = std::function<std::optional<Url>(bangla::Picture const&)>;
/// The chapters, each a section with its blocks; `beside` gives what stands at its heading.
Html content_html(Content const& content, PictureUrl const& picture,
                  std::function<Html(ChapterContent const&)> const& beside);

/// PDF, HTML (by itself, pictures in it), JSON, CSV and the pictures of what a report says.
std::vector<MadeFile> made_files(Content content);
/// Its PDF alone.
std::string made_pdf(Content const& content);

} // namespace udb::reports
