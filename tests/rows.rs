//! Which test shows which row of the practice: every row this version covers names its tests, and each named test exists.
//!
//! R1 to R71 and B1 to B15 are the requirements of the practice; the README tells them in a sentence each.

#![allow(clippy::expect_used, clippy::indexing_slicing, reason = "a test may stop")]

use std::fs;
use std::path::{Path, PathBuf};

/// Rows and their tests. A name that begins with `app:` is the title of a browser test in `tests/browser`.
const ROWS: &[(&str, &[&str])] = &[
    (
        "R1",
        &[
            "r1_a_rating_goes_from_one_to_five",
            "r1_each_number_of_the_census_leads_to_its_list",
            "people_are_filtered_and_sorted",
            "app:every number of the census leads to the people it counts",
        ],
    ),
    (
        "R2",
        &[
            "r2_roles_are_a_set_and_a_client_may_be_a_friend",
            "app:what is known of somebody is kept: several roles, tier, since when and through whom; it is in mind when they are written to and asked",
        ],
    ),
    (
        "R3",
        &[
            "r3_a_friend_is_written_to_as_a_friend_though_they_are_a_client",
            "app:what is known of somebody is kept: several roles, tier, since when and through whom; it is in mind when they are written to and asked",
        ],
    ),
    (
        "R4",
        &[
            "r4_a_full_list_takes_nobody_more_and_the_trash_is_not_on_it",
            "r4_a_name_is_put_on_the_list_from_the_book_or_as_somebody_new",
            "r4_every_prompt_is_one_question_and_none_is_asked_twice",
            "app:the Hundred is written, moved by keys, by menu and by the grip, and the focus stays with the one moved",
        ],
    ),
    (
        "R5",
        &[
            "r5_the_order_is_strict_and_moving_one_moves_those_between",
            "r5_a_line_is_typed_as_a_number_of_the_list",
            "app:the Hundred is written, moved by keys, by menu and by the grip, and the focus stays with the one moved",
            "r5_the_order_suggested_goes_by_tier_rating_business_referrals_and_the_last_word",
            "app:r5 an order is suggested in one step, explained and taken back; the list goes on paper without what is for the screen",
            "app:b8 r5 the Hundred, the pool and the referrals have the same way out",
        ],
    ),
    (
        "R6",
        &[
            "r6_a_tier_is_derived_from_rating_and_business_unless_it_is_set",
            "app:what is known of somebody is kept: several roles, tier, since when and through whom; it is in mind when they are written to and asked",
        ],
    ),
    (
        "R7",
        &[
            "r7_who_referred_twice_is_likely_a_connector",
            "r7_one_press_gives_a_role_and_keeps_the_others",
            "app:anyone is a source, even a lost prospect; who refers twice is likely a connector; what was said stands by the name",
        ],
    ),
    (
        "R8",
        &[
            "r8_known_since_and_met_through_are_kept",
            "app:what is known of somebody is kept: several roles, tier, since when and through whom; it is in mind when they are written to and asked",
        ],
    ),
    (
        "R9",
        &[
            "r9_anyone_can_be_the_source_even_a_lost_prospect",
            "app:anyone is a source, even a lost prospect; who refers twice is likely a connector; what was said stands by the name",
        ],
    ),
    (
        "R10",
        &[
            "r10_an_organisation_shows_who_is_there_and_every_dealing_the_latest_first",
            "app:where somebody works shows who is there, what was dealt, and who could introduce you",
        ],
    ),
    (
        "R11",
        &[
            "r11_a_message_needs_a_line_of_ones_own",
            "app:what is known of somebody is kept: several roles, tier, since when and through whom; it is in mind when they are written to and asked",
        ],
    ),
    (
        "R12",
        &[
            "r12_who_comes_from_a_file_says_so_and_has_not_been_asked",
            "r12_the_connections_of_a_network_and_a_file_of_hundreds_wait_in_the_pool",
            "r12_a_file_goes_into_the_pool_once_and_nothing_of_it_into_the_book",
            "r12_who_waits_is_brought_into_the_book_by_a_file_that_goes_there_with_what_both_know",
            "r12_a_newer_file_tells_the_pool_where_somebody_works_now_and_wipes_nothing",
            "app:a file of our own completes what is empty of somebody who is here, once, and is taken back in one step",
            "r12_the_pool_is_by_name_and_is_made_again_when_somebody_comes_or_goes",
            "r12_who_is_taken_into_the_book_keeps_all_that_is_known_and_how_it_came",
            "r12_nobody_is_in_the_book_twice_who_is_taken_from_the_pool",
            "r12_the_pool_is_emptied_in_one_step_and_stands_again_after_one",
            "r12_an_emptied_pool_leaves_no_string_behind_and_no_old_backup_brings_it_back",
            "r12_while_others_wait_an_import_can_be_taken_back_for_a_month",
            "r12_r34_a_row_says_who_waits_how_they_came_and_whom_to_ask",
            "r12_the_pool_is_taken_out_as_people_are",
            "r12_whom_nothing_has_passed_with_goes_into_the_pool_and_comes_back_in_one_step",
            "app:by keys alone; into the pool, and back from there",
            "app:connections wait in the pool, are found, taken into the book, and emptied in one tap",
            "app:ten thousand wait, a window of them in the page, and a keystroke finds one",
            "app:a newer file of the same people completes them, each with what would change, and wipes nothing",
            "app:ten thousand names are read and brought in while the page answers, and Cancel half way leaves nothing",
            "r12_somebody_from_elsewhere_is_probably_somebody_of_the_book",
            "r12_who_somebody_may_be_is_said_with_the_reason_in_one_sentence",
            "r12_who_is_said_to_be_one_of_the_book_completes_them_and_is_found_again",
            "r12_what_was_said_of_a_row_is_taken_back_with_the_import",
            "r12_several_rows_are_one_of_the_book_and_each_can_be_parted",
            "r12_the_report_says_who_somebody_new_probably_is",
            "app:r12 who is probably in the book is told with the reason, and completes them where that is said",
            "r12_a_shape_is_the_same_in_any_order_and_case_and_no_other_head_has_it",
            "r12_every_word_stands_for_a_column_and_is_the_word_of_it",
            "r12_one_telling_day_decides_for_its_column_and_for_those_that_tell_nothing",
            "r12_what_nothing_tells_is_asked_once_by_its_first_day",
            "r12_columns_without_a_known_head_are_guessed_by_what_stands_in_them",
            "r12_whether_the_first_row_is_a_heading_can_be_said_both_ways",
            "r12_what_is_said_of_a_column_is_told_and_kept_unless_it_is_so_anyway",
            "r12_a_column_is_read_as_was_said_for_this_file_and_the_next_of_its_shape",
            "r12_a_table_of_which_no_head_is_known_is_guessed_and_not_refused",
            "r12_the_report_tells_of_every_row_what_became_of_it",
            "r12_who_waits_in_the_holding_pool_is_told_apart",
            "r12_what_was_said_of_the_columns_of_a_file_holds_for_what_is_handed_back_of_it",
            "app:what became of every row is saved, and what could not be read comes in once it is corrected",
            "app:several files have one report, and each hands back what could not be read of it",
            "app:it is said before anything is written how much room a file takes, and what to do where there is too little",
            "app:an import that finds no room comes back to what was chosen, with what to do",
            "r12_the_first_row_is_a_contact_where_that_was_said",
            "r12_a_telling_day_decides_for_all_of_its_column_even_in_the_last_row",
            "r12_days_that_tell_nothing_are_asked_once_and_read_as_said_as_usual_or_as_they_stand",
            "r12_a_day_over_twelve_tells_the_order_and_one_under_may_be_either",
            "r12_what_may_be_two_days_is_one_where_the_order_is_known",
            "app:a column is corrected by hand, the next file of its kind is read the same way, and it can be forgotten",
            "app:a table without a heading that is known is not refused but asked about, and its first row may be a contact",
            "app:days that may be either are asked about once, and a telling day decides for itself",
            "app:of thousands of columns the first are listed, and the page answers",
            "app:several files are looked at one after the other, one is left out, and each can be taken back at the end",
            "app:files dropped anywhere are looked at, and a backup among them goes where backups go",
            "app:the installed app is opened with a file",
        ],
    ),
    (
        "R13",
        &[
            "r13_people_count_once_a_week_and_only_for_words_of_mine_meant_for_them",
            "r13_a_changed_goal_changes_no_earlier_week_and_is_never_under_five",
            "r13_a_new_goal_counts_from_today_and_the_old_ones_stay",
            "app:a contact fills a slot of its own day, the pace says what is left, and another goal leaves last week alone",
        ],
    ),
    (
        "R14",
        &[
            "r14_a_goal_under_five_is_refused_with_the_reason_and_so_is_one_over_five_hundred",
            "app:a contact fills a slot of its own day, the pace says what is left, and another goal leaves last week alone",
        ],
    ),
    (
        "R15",
        &[
            "r15_yesterdays_call_logged_today_counts_for_yesterday",
            "r15_the_slots_are_filled_by_those_contacted_and_a_sixth_is_counted",
            "r15_the_pace_is_told_in_words",
            "app:a contact fills a slot of its own day, the pace says what is left, and another goal leaves last week alone",
        ],
    ),
    (
        "R16",
        &[
            "r16_one_missed_week_is_bridged_and_shown_and_two_end_the_streak",
            "r16_the_streak_is_told_with_the_weeks_it_bridges",
            "app:the scoreboard tells this week beside the last, and every drawing in a sentence",
        ],
    ),
    (
        "R17",
        &[
            "r17_a_week_is_reviewed_beside_the_last_and_its_records_are_marked",
            "app:on Monday, by touch: the week reviewed, five proposed and three asks sent in at most twelve taps",
            "app:the scoreboard tells this week beside the last, and every drawing in a sentence",
        ],
    ),
    (
        "R18",
        &[
            "r18_referrals_are_counted_by_month_from_clients_and_from_others",
            "r18_the_trend_is_told_in_words",
            "app:the scoreboard tells this week beside the last, and every drawing in a sentence",
        ],
    ),
    ("R19", &["r19_r22_who_was_never_asked_and_who_was_not_told_are_lists", "app:on Monday, by keys alone"]),
    (
        "R20",
        &[
            "r20_a_meeting_with_a_good_source_asks_did_you_ask",
            "r20_no_call_no_weak_source_no_one_switched_off_and_nobody_twice",
            "r20_not_today_rests_a_fortnight_and_never_is_kept_with_the_person",
            "r20_asks_are_switched_off_for_a_person_and_on_again",
            "r20_an_ask_that_was_made_in_a_meeting_begins_with_that_meeting_until_it_is_written_down",
            "app:r20 asks are switched off on the person's page, no meeting asks about them then, and they are switched on again",
            "app:r20 an ask that is being prepared is left for another day, and nothing is proposed before",
            "r20_every_answer_is_kept_and_skipping_too_so_that_a_meeting_is_asked_about_once",
            "app:after a meeting with a good source two questions are put once, and both may be skipped",
            "app:asks are switched off after a meeting, and are not offered any more",
        ],
    ),
    (
        "R21",
        &[
            "r21_the_ask_rate_is_of_meetings_with_clients",
            "r21_r51_the_rates_are_told_with_their_counts",
            "app:r21 of the meetings with clients, those in which you asked are counted, and a not now is none",
        ],
    ),
    (
        "R22",
        &[
            "r22_clients_and_the_hundred_should_be_told_three_things",
            "r22_who_has_been_told_is_counted_and_noted",
            "r22_how_many_know_is_told_in_words",
            "r22_the_day_somebody_was_told_can_be_changed_and_taken_back",
            "app:r22 what somebody was told is ticked on their page with its day, changed, and taken back",
            "r19_r22_who_was_never_asked_and_who_was_not_told_are_lists",
        ],
    ),
    (
        "R23",
        &[
            "r23_a_result_is_for_somebody_and_says_how_it_is_now",
            "r23_a_result_names_only_who_may_be_named",
            "r23_a_result_chosen_is_put_into_any_message",
            "app:r24 ideal clients, r23 results: written, read again, thrown away and brought back",
        ],
    ),
    (
        "R24",
        &[
            "r24_an_ideal_client_says_what_is_missing",
            "r24_an_ideal_client_is_kept_and_changed_field_by_field",
            "r24_r33_the_ask_names_the_person_the_action_the_day_and_the_words",
            "app:r24 the words of an ask are ready in the composer as it was prepared, and sending them makes the ask",
            "app:r24 ideal clients, r23 results: written, read again, thrown away and brought back",
        ],
    ),
    (
        "R25",
        &[
            "r25_the_edited_text_goes_out_by_the_chosen_channel",
            "r25_a_script_of_ones_own_is_kept_and_changed",
            "r25_a_script_answers_its_own_moment_and_an_ask_is_one_of_its_own",
            "app:r25 a script is used for somebody who waits for such words, at once or by preparing the ask",
            "r25_what_is_wrong_with_a_merge_field_is_a_sentence",
            "r25_a_script_of_ones_own_is_filled_in_from_the_book",
            "r25_a_merge_field_that_is_not_filled_in_keeps_a_message_from_going_out",
            "app:r25 where the device shares, the words can be handed on",
            "app:r25 a script begins from the words that come with Kith, and a wrong brace is told at the words",
        ],
    ),
    (
        "R26",
        &[
            "r26_what_they_love_about_my_work_is_kept",
            "r26_the_ask_quotes_what_they_love",
            "r36_r26_the_words_are_the_sources_own_and_say_what_they_love",
            "app:what is known of somebody is kept: several roles, tier, since when and through whom; it is in mind when they are written to and asked",
        ],
    ),
    (
        "R27",
        &[
            "r27_what_they_need_becomes_a_promise_with_a_day",
            "r27_how_i_can_help_becomes_a_promise_in_the_same_act",
            "app:after a meeting, by touch: logged, asked, help promised and the name written down in at most eight taps",
            "app:after a meeting, by keys alone",
            "app:after a meeting with a good source two questions are put once, and both may be skipped",
        ],
    ),
    (
        "R28",
        &[
            "r28_what_i_gave_lately_is_shown_the_latest_first",
            "r28_r31_what_was_given_and_why_they_can_vouch_are_said",
            "app:an ask is put off, declined, reopened, put in the trash, and found again in what has passed",
        ],
    ),
    (
        "R29",
        &[
            "r29_every_ask_that_came_to_nothing_has_one_cause",
            "r29_a_low_rating_a_stranger_and_a_second_ask_too_soon_are_causes",
            "r29_a_closed_referral_is_followed_through_or_not",
            "app:b13 the coach waits for five cases, then tells the causes with their counts, and each count opens its list",
        ],
    ),
    (
        "R30",
        &[
            "r30_r33_r35_the_ask_fills_the_first_steps",
            "r30_r31_an_open_loop_and_missing_trust_need_a_note",
            "r30_b14_an_open_ask_and_a_word_owed_are_said_with_what_closes_the_loop",
            "app:an ask is prepared, made, agreed to, and brings two referrals",
        ],
    ),
    (
        "R31",
        &[
            "r31_a_stranger_has_no_trust_fact_and_a_client_has",
            "r31_without_a_trust_fact_step_two_is_open",
            "r30_r31_an_open_loop_and_missing_trust_need_a_note",
            "app:an ask is put off, declined, reopened, put in the trash, and found again in what has passed",
        ],
    ),
    (
        "R32",
        &[
            "r32_a_referred_person_starts_with_the_fact_that_they_were_referred",
            "app:anyone is a source, even a lost prospect; who refers twice is likely a connector; what was said stands by the name",
        ],
    ),
    (
        "R33",
        &[
            "r30_r33_r35_the_ask_fills_the_first_steps",
            "r33_anyone_is_refused_and_an_ideal_client_is_enough",
            "app:an ask is prepared, made, agreed to, and brings two referrals",
        ],
    ),
    (
        "R34",
        &[
            "r34_r35_r36_an_ask_has_a_person_an_action_and_words_to_forward",
            "r34_the_pool_is_searched_by_any_part_whatever_the_case_and_accents",
            "r34_whoever_is_captured_and_waits_leaves_the_pool_with_all_that_is_known",
            "r34_whom_to_name_is_proposed_from_the_pool_until_somebody_is_chosen",
            "app:an ideal client proposes whom to name, the source to ask is shown, and the ask is filled in",
        ],
    ),
    (
        "R35",
        &[
            "r35_an_ask_in_writing_begins_with_an_action_and_the_kind_of_client_asked_for_last",
            "r33_r35_the_ask_in_a_line_says_what_is_missing",
            "r30_r33_r35_the_ask_fills_the_first_steps",
            "r35_r38_what_the_source_promised_is_kept_on_one_ask",
            "r35_r37_the_action_says_how_strong_it_is_and_discomfort_what_to_do",
            "app:an ask is prepared, made, agreed to, and brings two referrals",
        ],
    ),
    (
        "R36",
        &[
            "r35_r38_what_the_source_promised_is_kept_on_one_ask",
            "r36_r26_the_words_are_the_sources_own_and_say_what_they_love",
            "r36_every_action_has_its_request_and_needs_no_name",
            "app:an ask is prepared, made, agreed to, and brings two referrals",
        ],
    ),
    (
        "R37",
        &[
            "r30_r33_r35_the_ask_fills_the_first_steps",
            "r37_who_is_not_comfortable_is_not_pressed",
            "app:an ask is prepared, made, agreed to, and brings two referrals",
        ],
    ),
    (
        "R38",
        &[
            "r38_the_confirmation_is_due_three_working_days_after_agreeing_or_on_the_day_promised",
            "r38_no_confirmation_is_waited_for_once_things_move_or_end_or_nobody_introduces",
            "r38_who_was_asked_gently_is_not_asked_again_for_three_working_days",
            "r38_an_ask_begins_with_three_working_days_and_the_one_kind_of_client",
            "r38_the_confirmation_has_a_day_not_before_the_ask",
            "app:r24 the words of an ask are ready in the composer as it was prepared, and sending them makes the ask",
        ],
    ),
    (
        "R39",
        &[
            "r39_the_follow_up_is_locked_until_the_introduction_is_confirmed",
            "r39_the_follow_up_is_locked_until_the_confirmation",
            "r39_going_first_asks_why_and_is_counted",
            "r39_an_override_opens_the_follow_up_from_its_own_day",
            "app:from the first opening to the sale, and the book comes through everything",
        ],
    ),
    (
        "R40",
        &[
            "r40_the_first_thank_you_is_due_the_day_the_source_agrees",
            "r40_only_an_outgoing_thank_you_for_that_moment_on_or_after_that_day_settles_it",
            "app:from the first opening to the sale, and the book comes through everything",
        ],
    ),
    (
        "R41",
        &[
            "r41_the_first_thank_you_restates_the_action_and_the_day",
            "app:r41 b12 the first thank-you says again what was promised; what introductions of a strength came to is told and counted",
        ],
    ),
    (
        "R42",
        &[
            "r42_the_follow_up_is_due_the_working_day_after_the_introduction",
            "r42_the_follow_up_opens_with_the_source",
            "app:from the first opening to the sale, and the book comes through everything",
        ],
    ),
    (
        "R43",
        &[
            "r43_thanks_and_a_report_are_due_the_working_day_after_the_first_talk",
            "r43_after_the_talk_the_source_is_thanked_and_told",
            "app:from the first opening to the sale, and the book comes through everything",
        ],
    ),
    (
        "R44",
        &[
            "r44_the_third_thank_you_is_due_the_day_of_the_sale",
            "r44_r45_after_the_sale_one_more_thank_you_and_then_nothing",
            "app:from the first opening to the sale, and the book comes through everything",
        ],
    ),
    (
        "R45",
        &[
            "r45_the_next_ask_is_proposed_after_the_third_thank_you_and_not_before",
            "app:r45 after the third thank-you the next ask is proposed, and not before",
            "r19_r30_r31_r45_an_ask_is_ripe_when_there_is_trust_a_reason_and_nothing_owed",
        ],
    ),
    (
        "R46",
        &[
            "r46_offered_and_self_introduced_referrals_keep_every_thank_you",
            "r46_an_offered_referral_skips_three_to_five_but_waits_for_the_introduction",
            "r46_who_comes_by_themselves_is_introduced_already",
            "app:anyone is a source, even a lost prospect; who refers twice is likely a connector; what was said stands by the name",
        ],
    ),
    (
        "R47",
        &[
            "r47_several_referrals_from_one_talk_are_each_their_own_record",
            "app:an ask is prepared, made, agreed to, and brings two referrals",
        ],
    ),
    (
        "R48",
        &[
            "r48_a_sale_has_a_value_and_makes_the_prospect_a_client",
            "app:from the first opening to the sale, and the book comes through everything",
        ],
    ),
    (
        "R49",
        &[
            "r49_r55_what_they_said_and_why_they_would_benefit_are_kept",
            "app:anyone is a source, even a lost prospect; who refers twice is likely a connector; what was said stands by the name",
        ],
    ),
    (
        "R50",
        &[
            "r50_a_results_review_is_a_kind_of_contact",
            "app:r50 a project debrief is an ask moment, whatever the tier",
            "app:r50 a finished project proposes its debrief, which is an ask moment",
            "r50_a_results_review_or_a_debrief_is_an_ask_moment_with_anybody_but_those_whose_asks_are_off",
        ],
    ),
    (
        "R51",
        &[
            "r51_a_won_referral_offers_the_new_client_unless_asks_are_switched_off",
            "app:a sale ends on the referral's page, where the new client is asked and their names are written down",
        ],
    ),
    (
        "R52",
        &[
            "r52_the_card_has_one_three_or_five_lines_and_says_whom_it_is_about",
            "app:r52 the ask card has one, three or five lines",
        ],
    ),
    (
        "R53",
        &[
            "r53_a_name_and_a_source_are_enough",
            "b6_one_line_becomes_person_referral_and_source",
            "app:from the first opening to the sale, and the book comes through everything",
        ],
    ),
    ("R54", &["app:a capture half written is there when the tab is opened again, and gone once it was saved"]),
    (
        "R55",
        &[
            "r49_r55_what_they_said_and_why_they_would_benefit_are_kept",
            "app:anyone is a source, even a lost prospect; who refers twice is likely a connector; what was said stands by the name",
        ],
    ),
    (
        "R56",
        &[
            "r56_a_gift_is_logged_with_what_it_was_and_what_it_cost",
            "app:r56 a gift is logged with its cost, and b15 the same one again is said to be so",
        ],
    ),
    (
        "R57",
        &[
            "r57_r58_r60_every_shape_is_drawn_as_expected",
            "r57_a_parent_stands_in_the_middle_of_its_children",
            "r57_five_thousand_bases_and_a_source_of_three_thousand_are_a_forest",
            "the_drawing_is_as_narrow_as_the_obviously_right_one",
            "nobody_stands_nearer_than_a_step_and_children_stand_in_their_order",
            "app:r57 the tree is drawn from the base upward, and the outline says the same",
            "app:the tree is walked with the keys, folded, searched, zoomed and dragged, and the outline can do as much",
            "app:r57 of three thousand only what is in view is drawn",
            "r57_two_of_one_name_are_told_apart_by_their_work_or_by_who_brought_them",
            "app:r57 r59 of sixty trees the largest are named, the others come by a tap, and all of them are one picture",
        ],
    ),
    (
        "R58",
        &[
            "r57_r58_r60_every_shape_is_drawn_as_expected",
            "r58_the_person_may_choose_another_than_the_earliest",
            "r58_circles_and_self_references_end",
            "everyone_has_one_place_no_walk_loops_and_nothing_is_counted_twice",
            "r58_a_chain_four_hundred_deep_and_one_of_five_thousand_are_walked",
            "app:r58 of two who brought somebody the other can be counted, and b9 what was won counts for whom one likes",
            "b9_a_referral_between_two_who_became_one_owes_nobody_anything",
        ],
    ),
    (
        "R59",
        &[
            "r59_the_outline_is_indented_text_with_what_has_grown",
            "r59_names_are_hidden_on_request",
            "r59_the_picture_is_drawn_from_the_base_upward_and_a_name_is_never_markup",
            "app:r59 b8 the tree is handed on as a picture and as text, without anything confidential, and without names on request",
            "r59_a_chain_of_many_generations_stays_on_the_paper_and_says_which_each_is",
            "r59_a_picture_holds_everything_that_is_drawn_in_it",
            "r59_a_picture_is_handed_on_only_where_names_can_be_read",
            "r59_what_fits_into_a_row_is_drawn_as_on_the_screen",
            "r59_a_forest_of_five_thousand_bases_is_a_sheet_and_no_strip",
            "r59_the_first_tree_is_on_top_and_each_row_names_its_generations",
            "app:r57 r59 of sixty trees the largest are named, the others come by a tap, and all of them are one picture",
        ],
    ),
    (
        "R60",
        &[
            "r57_r58_r60_every_shape_is_drawn_as_expected",
            "r60_the_whole_chain_is_thanked_for_each_introduction_and_each_sale",
            "b1_r60_everyone_down_to_the_base_has_a_true_sentence_of_their_own",
            "r60_they_are_ticked_one_by_one_and_the_next_is_known",
            "app:r60 a branch is thanked one after the other, each with a sentence of their own, and each is ticked",
        ],
    ),
    (
        "R61",
        &[
            "r61_who_is_unthanked_stands_first_the_longest_waiting_before_the_others",
            "r61_the_head_of_today_says_how_many_are_unthanked_and_for_how_long",
            "app:r61 who is unthanked stands first on Today, with the age in days",
        ],
    ),
    (
        "R62",
        &[
            "r62_a_source_is_told_how_it_goes_fourteen_days_after_the_last_word",
            "r62_a_stage_change_later_than_the_last_word_is_told_the_next_working_day",
            "r62_the_update_rests_while_an_earlier_word_about_it_is_owed",
            "r62_news_that_is_due_comes_before_the_decision",
            "r62_r64_sources_kept_in_the_dark_are_listed_the_longest_waiting_first",
            "app:r65 r66 what is given, promised, wanted and sent stands in its place and in the balance",
        ],
    ),
    (
        "R63",
        &[
            "r63_no_news_is_owed_about_a_confidential_referral_but_thanks_are",
            "r63_a_confidential_referral_shows_nothing_to_its_source",
            "r63_the_eyes_of_others_see_neither_the_value_nor_the_stage_nor_the_one_who_is_confidential",
            "r63_where_it_is_confidential_the_words_are_neutral_and_each_is_still_thanked",
            "r63_b8_nothing_confidential_leaves_the_book_by_any_way_out",
            "r63_b8_no_way_out_tells_anything_of_a_town_full_of_secrets",
            "r63_what_is_owed_names_nobody_in_confidence_where_they_are_the_source_of_another",
            "r63_where_only_the_stage_is_confidential_no_export_says_what_follows_from_it",
            "r63_a_result_chosen_in_a_message_says_nothing_of_who_came_in_confidence",
            "r63_the_pages_of_stories_and_results_name_nobody_in_confidence",
            "app:r63 the Hundred and the week go on paper without whoever came in confidence",
            "app:r59 b8 the tree is handed on as a picture and as text, without anything confidential, and without names on request",
            "app:r63 no page puts on paper what is confidential, and a page that is made for paper is whole",
        ],
    ),
    (
        "R64",
        &[
            "r64_one_last_word_is_owed_after_the_file_is_closed_and_no_more_news",
            "r64_a_file_closes_with_a_reason_and_can_be_reopened",
            "r64_a_reopened_referral_owes_what_it_owed",
            "r64_a_closed_file_ends_with_one_last_word",
            "app:r64 a file that is closed ends the news with one last word, and then owes nothing",
            "r62_r64_sources_kept_in_the_dark_are_listed_the_longest_waiting_first",
        ],
    ),
    (
        "R65",
        &[
            "r65_who_gave_most_and_got_least_comes_first",
            "r65_whoever_is_in_the_trash_stands_nowhere_and_many_fold_into_one_line",
            "r65_a_referral_i_give_has_the_life_of_one_i_receive",
            "r65_a_referral_says_whom_i_sent_and_nobody_is_referred_to_themselves",
            "r65_referrals_i_gave_that_go_on_come_first",
            "r65_a_referral_i_gave_says_how_far_it_is_and_what_may_come_next",
            "r65_the_balance_is_told_in_a_sentence_for_none_one_and_many",
            "app:r65 r66 what is given, promised, wanted and sent stands in its place and in the balance",
        ],
    ),
    (
        "R66",
        &[
            "r66_b11_gifts_help_and_introductions_count_as_much_as_referrals_and_nothing_counts_twice",
            "r66_what_was_given_is_promised_done_or_only_wanted",
            "r66_what_is_missing_is_said_field_by_field",
            "r66_every_idea_follows_from_something_on_record",
            "r66_every_idea_says_what_and_why",
            "r66_the_one_who_gave_most_is_shown_and_the_next_follows",
            "r66_r67_r68_every_kind_that_is_thrown_away_stands_in_the_trash_by_its_name",
            "app:r65 r66 what is given, promised, wanted and sent stands in its place and in the balance",
        ],
    ),
    (
        "R67",
        &[
            "r27_r67_r69_help_plans_and_events_are_owed_on_their_day",
            "r27_r67_promises_stand_in_the_order_of_their_days_however_far_off",
            "r67_a_plan_begins_with_a_line_of_either_side_and_a_review_in_ninety_days",
            "r67_lines_are_added_and_edited_and_the_days_are_moved",
            "r67_a_line_is_ticked_and_taken_out_and_the_review_moves_on",
            "r67_a_plan_with_past_days_only_is_stale_and_its_next_day_is_the_earliest_not_done",
            "r67_a_plan_says_how_far_it_is_and_what_is_next",
            "r66_r67_r68_what_is_put_back_leaves_the_trash",
            "app:r67 a plan is agreed, ticked, reviewed, changed, and thrown away",
        ],
    ),
    (
        "R68",
        &[
            "r68_one_is_asked_then_the_other_and_only_then_they_are_introduced",
            "r68_both_are_asked_before_they_are_introduced_and_help_that_was_wanted_is_given_by_it",
            "r68_nobody_meets_themselves_nor_somebody_gone_nor_anyone_twice",
            "r68_nobody_is_named_before_they_said_yes",
            "r68_b8_nothing_noted_and_nothing_confidential_is_told",
            "r68_several_are_introduced_to_one_at_once_and_each_stands_for_itself",
            "r68_one_word_asks_about_several_and_a_title_that_tells_who_it_is_stays_out",
            "r68_one_word_that_went_out_asks_about_all_and_the_last_introduces",
            "r68_who_is_trashed_or_erased_is_in_no_introduction",
            "r68_two_of_one_first_name_are_called_by_the_whole_name",
            "app:r68 two people are introduced with the yes of both, and nobody is named before",
            "app:r68 several are introduced to one, names are told apart, and nobody meets themselves",
        ],
    ),
    (
        "R69",
        &[
            "r27_r67_r69_help_plans_and_events_are_owed_on_their_day",
            "r69_an_event_has_a_name_and_a_day_and_may_have_been",
            "r69_guests_are_put_on_the_list_asked_answer_and_are_taken_off",
            "r69_who_answered_for_another_day_is_asked_again_without_that_answer",
            "r69_who_came_was_met_that_day_and_it_is_taken_back_with_it",
            "r69_sources_and_prospects_are_proposed_two_and_two_to_a_client_the_best_first",
            "r63_r69_one_held_in_confidence_is_neither_proposed_nor_counted_as_a_prospect",
            "r63_r69_nobody_is_proposed_twice_or_against_their_will_or_from_a_confidence",
            "r69_the_mix_counts_each_once_and_nobody_who_is_gone",
            "r69_one_is_written_to_after_the_other_and_after_the_day_those_who_came",
            "r69_an_invitation_that_went_out_notes_the_guest_as_asked_and_rests_three_working_days",
            "r69_the_next_thing_goes_from_the_list_to_the_invitations_to_who_came_to_the_word_after",
            "r68_r69_guests_who_want_what_another_does_should_meet_and_nobody_from_outside_the_room",
            "r69_what_grew_is_what_came_from_those_who_were_there_in_the_ninety_days_after",
            "r63_r69_paper_names_nobody_who_was_brought_in_confidence_and_says_of_nobody_why",
            "app:r69 an event is planned, its guests are proposed, invited, come, and hear from me after",
            "app:r69 who came was met, hears from me the next working day, and two who should meet are introduced",
            "app:r69 an address of no event says so, and three hundred guests stand in a list that grows",
            "r69_an_event_is_found_by_its_name_or_place_those_to_come_first",
        ],
    ),
    (
        "R70",
        &[
            "r70_somebody_comes_onto_a_list_and_off_it_whatever_the_case_of_its_name",
            "r70_who_may_come_onto_a_list_is_found_by_role_tier_tag_and_text",
            "r70_who_wants_no_news_is_known_with_the_day",
            "r70_everyone_on_the_list_is_written_to_once_and_who_is_left_out_is_told_why",
            "r70_addresses_come_in_blocks_that_a_mail_server_must_take",
            "r70_an_issue_goes_out_once_and_then_to_those_who_came_later_on_their_own_day",
            "r70_an_issue_says_when_it_went_to_how_many_and_who_is_without_it",
            "r70_news_is_heard_and_is_no_personal_word",
            "r70_news_stands_among_what_has_passed_with_whoever_it_reached",
            "r70_r71_r63_nothing_confidential_is_told_to_many",
            "app:r70 a list is chosen, an issue is logged, pasted, sent and taken back, and stands with everyone it reached",
            "app:r70 r71 r63 what came in confidence stands in no story and in no address that is pasted",
        ],
    ),
    (
        "R71",
        &[
            "r71_a_story_says_who_introduced_whom_what_came_of_it_and_where_it_began",
            "r71_who_may_not_be_named_is_told_of_without_a_name",
            "r71_only_what_is_on_record_is_said",
            "r71_r63_a_confidential_link_ends_the_chain_and_has_no_story_of_its_own",
            "r71_only_who_may_be_named_is",
            "r71_words_of_ones_own_go_out_until_they_name_somebody_who_may_not_be",
            "r71_the_form_refuses_words_that_name_who_is_not_ticked_or_came_in_confidence",
            "r70_r71_r63_nothing_confidential_is_told_to_many",
            "app:r71 a sale is told as a story that names only who is ticked, in words of one's own, and in a message",
            "app:r70 r71 r63 what came in confidence stands in no story and in no address that is pasted",
        ],
    ),
    (
        "B1",
        &[
            "b1_r60_everyone_down_to_the_base_has_a_true_sentence_of_their_own",
            "b1_in_every_tone_no_two_on_a_branch_read_the_same",
            "app:r60 a branch is thanked one after the other, each with a sentence of their own, and each is ticked",
        ],
    ),
    (
        "B2",
        &[
            "b2_a_new_referral_says_thank_you_first",
            "b2_the_first_step_without_an_answer_is_the_one_now",
            "b2_one_ask_may_bring_several_referrals",
            "b2_what_an_ask_brings_is_linked_to_it_and_to_no_ask_of_another",
            "app:an ask is prepared, made, agreed to, and brings two referrals",
        ],
    ),
    (
        "B3",
        &[
            "b3_several_duties_to_one_person_are_one_row_the_strongest_first",
            "b3_what_is_owed_with_a_day_is_reminded_of_and_what_is_late_today",
            "app:b3 what is owed goes into the calendar once, and nothing of a confidential referral does",
        ],
    ),
    (
        "B4",
        &[
            "b4_duties_come_first_then_ripe_asks_then_the_fading_by_tier_then_the_hundred",
            "b4_the_sheet_has_the_week_the_goal_what_is_owed_and_who_else_to_contact",
            "b4_no_two_of_a_generated_book_have_the_same_reason_and_every_reason_is_a_sentence",
            "app:on Monday, by touch: the week reviewed, five proposed and three asks sent in at most twelve taps",
            "app:on Monday, by keys alone",
            "app:five are proposed, each for a reason of their own, and a swap brings the next one",
        ],
    ),
    (
        "B5",
        &[
            "b5_a_backup_is_due_after_twenty_changes_or_seven_days_and_fifty",
            "app:from the first opening to the sale, and the book comes through everything",
            "app:a backup is named after the day that it is here",
            "app:a merged backup goes out again in one tap",
        ],
    ),
    (
        "B6",
        &[
            "b6_one_line_becomes_person_referral_and_source",
            "app:from the first opening to the sale, and the book comes through everything",
        ],
    ),
    (
        "B7",
        &[
            "b7_whoever_referred_them_is_found_in_the_book_or_in_the_file",
            "b7_a_name_in_any_order_with_or_without_accents_means_the_one_who_bears_it",
            "b7_two_of_one_name_are_told_apart_by_where_they_work_or_not_at_all",
            "b7_what_is_only_alike_is_told_with_its_reason",
            "b7_whoever_we_met_through_somebody_waits_as_a_link_with_its_doubt",
            "b7_a_link_says_no_more_than_the_address_book_and_is_not_proposed_again",
            "b7_a_circle_and_a_second_source_are_shown_and_not_ticked",
            "b7_links_owe_nobody_anything_and_everyone_keeps_one_place",
            "b7_who_brought_whom_in_outlook_google_apple_vcard_4_and_monica_grows_into_a_tree",
            "b7_the_links_of_a_file_are_told_with_their_doubt_before_anything_is_written",
            "b7_the_same_file_again_proposes_nothing_that_is_linked_and_changes_nothing",
            "b7_both_ends_of_a_link_come_into_the_book_where_the_others_wait_in_the_pool",
            "b7_whatever_a_file_says_of_who_brought_whom_its_tree_stands_and_nobody_is_owed_a_word",
            "b7_a_link_that_was_refused_stays_refused_until_it_is_proposed_again",
            "b7_a_refusal_holds_for_the_same_name_in_other_words_and_for_nobody_else",
            "b7_a_link_of_a_file_that_was_refused_stays_refused_in_the_book_and_in_the_pool",
            "b7_the_same_file_again_changes_nothing_whether_its_links_were_taken_or_refused",
            "app:who brought whom is looked at before a file comes in, stands in the tree, and goes with the import",
            "app:the links that wait in an address book are looked at, and grow into a tree that owes nobody a word",
            "b7_a_short_form_means_whoever_bears_the_name_in_another_form_and_order",
            "app:a link of a file that was refused stays refused when the same file comes again",
        ],
    ),
    (
        "B8",
        &[
            "r63_a_confidential_referral_shows_nothing_to_its_source",
            "r63_b8_nothing_confidential_leaves_the_book_by_any_way_out",
            "r63_b8_no_way_out_tells_anything_of_a_town_full_of_secrets",
            "b8_what_is_not_confidential_goes_out_by_every_way_so_that_the_law_can_fail",
            "b8_the_backup_keeps_what_is_confidential",
            "b8_r63_nothing_confidential_is_in_any_way_out_of_the_tree",
            "b8_a_single_part_that_is_confidential_stays_in",
            "app:r59 b8 the tree is handed on as a picture and as text, without anything confidential, and without names on request",
            "r68_b8_nothing_noted_and_nothing_confidential_is_told",
            "b8_r63_nothing_confidential_is_in_any_list_that_is_taken_out",
            "b8_what_is_confidential_of_a_referral_is_in_no_table",
            "app:b8 people go out as they are filtered, in each form, and come back the same",
            "app:b8 r5 the Hundred, the pool and the referrals have the same way out",
        ],
    ),
    (
        "B9",
        &[
            "b9_halves_go_down_from_the_source_and_the_rest_to_the_base",
            "b9_with_two_parents_each_sale_is_credited_once",
            "everyone_has_one_place_no_walk_loops_and_nothing_is_counted_twice",
            "app:r58 of two who brought somebody the other can be counted, and b9 what was won counts for whom one likes",
            "b9_merging_and_parting_is_nothing",
            "b9_merging_keeps_every_touch_referral_rank_tag_and_both_values",
            "app:two entries of one person are found with a reason, made one, and parted again",
        ],
    ),
    (
        "B10",
        &[
            "b10_who_could_introduce_me_has_a_trust_fact_and_may_be_asked",
            "b10_a_title_fits_in_any_case_number_and_length",
            "b10_who_is_named_or_of_the_right_company_comes_first_and_who_is_no_fit_does_not_come",
            "b10_an_ideal_client_proposes_whom_to_name",
            "b10_who_sits_where_is_told_by_the_name_of_the_place",
            "b10_the_source_to_ask_works_where_they_work",
            "app:an ideal client proposes whom to name, the source to ask is shown, and the ask is filled in",
        ],
    ),
    (
        "B11",
        &[
            "r66_b11_gifts_help_and_introductions_count_as_much_as_referrals_and_nothing_counts_twice",
            "b11_sue_needs_a_trainer_and_raj_trains",
            "b11_a_rank_alone_a_single_noted_word_and_an_empty_wish_lead_to_nobody",
            "b11_an_ideal_client_that_is_named_is_found_by_its_titles",
            "b11_five_thousand_people_and_a_hundred_wishes_are_worked_out_in_one_go",
            "r68_b11_the_best_is_proposed_for_each_wish_and_help_nobody_is_right_for_is_said_so",
            "b11_every_reason_is_said",
            "app:r65 r66 what is given, promised, wanted and sent stands in its place and in the balance",
            "app:r68 two people are introduced with the yes of both, and nobody is named before",
        ],
    ),
    (
        "B12",
        &[
            "b12_a_strength_goes_from_zero_to_five",
            "b12_each_strength_says_how_many_became_a_talk_and_how_soon",
            "b12_the_strength_one_chooses_says_what_it_came_to",
            "app:r41 b12 the first thank-you says again what was promised; what introductions of a strength came to is told and counted",
        ],
    ),
    (
        "B13",
        &[
            "b13_before_five_cases_the_coach_says_how_many_there_are_and_how_many_it_takes",
            "b13_the_coach_speaks_from_five_cases_up_and_with_the_counts",
            "b13_every_count_is_as_long_as_the_list_it_opens",
            "app:b13 the coach waits for five cases, then tells the causes with their counts, and each count opens its list",
        ],
    ),
    (
        "B14",
        &[
            "r30_b14_an_open_ask_and_a_word_owed_are_open_loops",
            "r30_b14_an_open_ask_and_a_word_owed_are_said_with_what_closes_the_loop",
            "app:an ask is prepared, made, agreed to, and brings two referrals",
        ],
    ),
    (
        "B15",
        &[
            "b15_nobody_gets_the_same_gift_twice_without_a_word",
            "b15_a_yearly_cap_counts_what_one_person_had_in_the_year",
            "b15_where_gifts_are_barred_every_gift_says_so",
            "app:r56 a gift is logged with its cost, and b15 the same one again is said to be so",
        ],
    ),
];

/// Bad input that has a defined result, with the tests that show it.
const BAD: &[(&str, &[&str])] = &[
    (
        "an empty profile",
        &[
            "r24_an_ideal_client_says_what_is_missing",
            "r24_the_ask_speaks_of_an_ideal_client_or_asks_who_comes_to_mind",
        ],
    ),
    (
        "a script with unknown or unclosed merge fields",
        &[
            "r25_a_text_is_taken_apart_at_its_braces",
            "r25_what_is_wrong_with_a_merge_field_is_a_sentence",
            "app:r25 a script begins from the words that come with Kith, and a wrong brace is told at the words",
        ],
    ),
    ("a goal of 0 or 5,000", &["r14_a_goal_under_five_is_refused_with_the_reason_and_so_is_one_over_five_hundred"]),
    ("a target of anyone", &["r33_anyone_is_refused_and_an_ideal_client_is_enough"]),
    ("dates out of order", &["story:Who talked before they were introduced needs no follow-up"]),
    (
        "a person in the Hundred who is trashed, or joined with another device's",
        &[
            "r5_who_is_in_the_trash_leaves_the_list_and_comes_back_to_their_line",
            "r5_equal_ranks_of_two_devices_become_strict_with_the_next_move",
        ],
    ),
    (
        "a week across a change of time zone or daylight time",
        &["app:a week goes on through a change of daylight time and of time zone, and each word keeps its day"],
    ),
    (
        "29 February and week 53",
        &[
            "r13_a_week_can_start_on_sunday_and_week_53_and_leap_days_are_weeks_like_any_other",
            "a_day_becomes_an_all_day_entry_with_an_alarm_at_nine",
            "app:r22 what somebody was told is ticked on their page with its day, changed, and taken back",
        ],
    ),
    (
        "people who were merged, on one device, on two, and the other way about",
        &[
            "b9_what_arrives_later_for_the_old_entry_stands_with_the_kept_one",
            "b9_marks_that_lead_round_in_a_circle_keep_one_and_both_are_parted",
            "b9_devices_agree_whoever_merged_and_whoever_went_on_writing",
            "app:a merge is undone, and another tab sees both",
        ],
    ),
];

/// Every duty this version raises, with the tests of its day and its settling.
const DUTIES: &[(&str, &str)] = &[
    ("thank-agreed", "r40_the_first_thank_you_is_due_the_day_the_source_agrees"),
    ("thank-won", "r44_the_third_thank_you_is_due_the_day_of_the_sale"),
    ("thank-chain", "r60_the_whole_chain_is_thanked_for_each_introduction_and_each_sale"),
    ("follow-up", "r42_the_follow_up_is_due_the_working_day_after_the_introduction"),
    ("confirm", "r38_the_confirmation_is_due_three_working_days_after_agreeing_or_on_the_day_promised"),
    ("thank-report", "r43_thanks_and_a_report_are_due_the_working_day_after_the_first_talk"),
    ("update", "r62_a_source_is_told_how_it_goes_fourteen_days_after_the_last_word"),
    ("last-word", "r64_one_last_word_is_owed_after_the_file_is_closed_and_no_more_news"),
    ("help", "r27_r67_r69_help_plans_and_events_are_owed_on_their_day"),
    ("plan", "r27_r67_r69_help_plans_and_events_are_owed_on_their_day"),
    ("event", "r27_r67_r69_help_plans_and_events_are_owed_on_their_day"),
    ("ask-new-client", "r51_the_new_client_is_asked_on_the_day_of_the_sale"),
    ("ask", "r19_r30_r31_r45_an_ask_is_ripe_when_there_is_trust_a_reason_and_nothing_owed"),
    ("keep-in-touch", "r6_people_are_kept_in_touch_with_by_their_tier"),
    ("back-up", "b5_a_backup_is_due_after_twenty_changes_or_seven_days_and_fifty"),
];

#[test]
fn every_row_names_a_test_that_exists() {
    let sources = texts(&["src", "tests"], "rs");
    let specs = texts(&["tests/browser"], "js");
    let stories = texts(&["tests/stories"], "txt");
    for (row, tests) in ROWS.iter().chain(BAD) {
        assert!(!tests.is_empty(), "{row} names no test");
        for test in *tests {
            let is_there = match test.split_once(':') {
                Some(("app", title)) => specs.iter().any(|text| text.contains(&format!("test(\"{title}\""))),
                Some((_, story)) => stories.iter().any(|text| text.contains(&format!("= {story}"))),
                None => sources.iter().any(|text| text.contains(&format!("fn {test}("))),
            };
            assert!(is_there, "{row} names {test}, and there is no such test");
        }
    }
}

#[test]
fn every_duty_names_a_test_that_exists() {
    let sources = texts(&["src", "tests"], "rs");
    let names: Vec<&str> = DUTIES.iter().map(|(duty, _)| *duty).collect();
    let raised: Vec<&str> = kith::rules::duty::Duty::ALL.iter().map(|duty| duty.name()).collect();
    assert_eq!(names, raised, "the table and the rules know different duties");
    for (duty, test) in DUTIES {
        assert!(sources.iter().any(|text| text.contains(&format!("fn {test}("))), "{duty} names {test}");
    }
}

#[test]
fn every_row_this_version_covers_stands_in_the_table() {
    let practice = (1..=71).map(|n| format!("R{n}"));
    let better = (1..=15).map(|n| format!("B{n}"));
    for row in practice.chain(better) {
        assert!(ROWS.iter().any(|(known, _)| *known == row), "{row} names no test");
    }
}

#[test]
fn rows_stand_once_and_in_order() {
    let number = |row: &str| (row.starts_with('B'), row.get(1..).and_then(|n| n.parse::<u32>().ok()));
    let rows: Vec<_> = ROWS.iter().map(|(row, _)| number(row)).collect();
    assert!(rows.windows(2).all(|pair| pair[0] < pair[1]), "a row stands twice or out of order");
}

fn texts(folders: &[&str], extension: &str) -> Vec<String> {
    let mut files = Vec::new();
    for folder in folders {
        walk(&Path::new(env!("CARGO_MANIFEST_DIR")).join(folder), extension, &mut files);
    }
    files.iter().map(|file| fs::read_to_string(file).expect("a source file can be read")).collect()
}

fn walk(folder: &Path, extension: &str, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("the folder is there").flatten() {
        let path = entry.path();
        match path.is_dir() {
            true if path.ends_with("node_modules") => {}
            true => walk(&path, extension, files),
            false if path.extension().is_some_and(|e| e == extension) && !path.ends_with("tests/rows.rs") => {
                files.push(path)
            }
            false => {}
        }
    }
}
