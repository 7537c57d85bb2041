# Fails when a language lacks a sentence: cmake -D TS_FILE=... [-D LUPDATE=... -D SOURCE_DIR=... -D SCRATCH=...] -P this.
# With LUPDATE the sources are read first, into a copy, so that a sentence nobody collected yet counts as well.
if(LUPDATE)
    configure_file(${TS_FILE} ${SCRATCH} COPYONLY)
    execute_process(COMMAND ${LUPDATE} -I . ui app -silent -locations none -no-obsolete -ts ${SCRATCH}
        WORKING_DIRECTORY ${SOURCE_DIR} RESULT_VARIABLE failed)
    if(failed)
        message(FATAL_ERROR "lupdate failed: ${failed}")
    endif()
    set(TS_FILE ${SCRATCH})
endif()

file(READ ${TS_FILE} text)
string(REPLACE ";" "," text "${text}")
string(REGEX MATCHALL "<source>[^<]*</source>[^/]*<translation type=\"unfinished\"" open "${text}")
string(REGEX MATCHALL "<translation type=\"unfinished\"" marks "${text}")
list(LENGTH marks count)
if(count EQUAL 0)
    return()
endif()
string(REPLACE ";" "\n" shown "${open}")
string(REGEX REPLACE "<[^\n]*source>|<source>" "" shown "${shown}")
message(FATAL_ERROR "${count} sentences have no finished translation in ${TS_FILE}.\n"
    "Build the target update_translations, then translate them:\n${shown}")
