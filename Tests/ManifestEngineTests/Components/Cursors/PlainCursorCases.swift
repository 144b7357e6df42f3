/// Syncs of streams without partitions.
///
/// Random cases with the results of the reference.
enum PlainCursorCases {
    static let cases: [String] = [
        """
        cursor {"datetime_format":"%Y-%m-%dT%H:%M:%SZ","start_datetime":"2024-01-06T00:00:00Z",\
        "end_datetime":"2024-03-02T08:55:31Z","step":"P1Y","cursor_granularity":"PT1S",\
        "is_compare_strictly":true,"clamping":{"target":"DAY"}}
        input {"u":"2024-02-07T09:35:16Z"}
        begin {}
        = [["2024-02-08T00:00:00Z","2024-03-01T23:59:59Z"]]
        close {"slice":0,"records":[],"at":0}
        = {"kept":[],"rest":"2024-02-08T00:00:00Z","state":{"u":"2024-02-07T09:35:16Z"}}
        state {}
        = {"u":"2024-02-07T09:35:16Z"}
        """,
        """
        cursor {"datetime_format":"%Y-%m-%d","start_datetime":"2024-01-01","end_datetime":"2024-03-11",\
        "lookback_window":"P1M","clamping":{"target":"WEEK","target_details":{"weekday":"SUNDAY"}}}
        input {"state_type":"date-range","slices":[{"start":"2024-01-29","end":"2024-01-30",\
        "most_recent_cursor_value":"2024-01-17"}]}
        begin {}
        = [["2024-01-07","2024-02-04"],["2024-01-07","2024-03-10"]]
        close {"slice":0,"records":[],"at":700}
        = {"kept":[],"rest":"2024-01-07","state":{"u":"2024-01-17"}}
        close {"slice":1,"records":["2024-03-21","2024-03-06"],"at":1400}
        = {"kept":[false,true],"rest":"2024-03-21","state":{"u":"2024-03-21"}}
        state {}
        = {"u":"2024-03-21"}
        """,
        """
        cursor {"datetime_format":"%d/%m/%Y %H:%M","start_datetime":"11/01/2024 04:35",\
        "end_datetime":"05/02/2024 00:00","lookback_window":"P20D"}
        begin {}
        = [["11/01/2024 04:35","05/02/2024 00:00"]]
        close {"slice":0,"records":["26/02/2024 05:58","07/02/2024 00:00","19/02/2024 14:07"],"at":700}
        = {"kept":[false,false,false],"rest":"26/02/2024 05:58","state":{"u":"26/02/2024 05:58"}}
        state {}
        = {"u":"26/02/2024 05:58"}
        """,
        """
        cursor {"datetime_format":"%Y-%m-%dT%H:%M:%S.%f%z",\
        "start_datetime":"2024-01-08T00:00:00.000000+0000","end_datetime":"2024-02-13T05:30:00.000000+0530"}
        input {"other":"z"}
        begin {}
        = [["2024-01-08T00:00:00.000000+0000","2024-02-13T05:30:00.000000+0530"]]
        close {"slice":0,"records":[],"at":0}
        = {"kept":[],"rest":"2024-01-08T00:00:00.000000+0000","state":{"other":"z",\
        "u":"2024-01-08T00:00:00.000000+0000"}}
        state {}
        = {"other":"z","u":"2024-01-08T00:00:00.000000+0000"}
        """,
        """
        cursor {"datetime_format":"%s","start_datetime":"1704814504","end_datetime":"1705628564",\
        "step":"P1Y","cursor_granularity":"PT1S","clamping":{"target":"MONTH"}}
        begin {}
        = []
        state {}
        = {"u":"1704814504"}
        """,
        """
        cursor {"datetime_format":"%Y-%m-%dT%H:%M:%S%z","start_datetime":"2024-01-05T00:00:00+0000",\
        "end_datetime":"2024-02-22T07:04:06+0530"}
        input {"u":"2024-01-12T00:00:00+0000"}
        begin {}
        = [["2024-01-12T00:00:00+0000","2024-02-22T07:04:06+0530"]]
        close {"slice":0,"records":[],"at":700}
        = {"kept":[],"rest":"2024-01-12T00:00:00+0000","state":{"u":"2024-01-12T00:00:00+0000"}}
        state {}
        = {"u":"2024-01-12T00:00:00+0000"}
        """,
        """
        cursor {"datetime_format":"%Y-%m-%dT%H:%M:%S%z","start_datetime":"2024-01-06T21:14:28+0000",\
        "end_datetime":"2024-01-22T00:00:00+0000","step":"P2W","cursor_granularity":"PT1S"}
        input {"u":"2024-01-02T00:00:00+0000"}
        begin {}
        = [["2024-01-06T21:14:28+0000","2024-01-20T21:14:27+0000"],["2024-01-20T21:14:28+0000",\
        "2024-01-22T00:00:00+0000"]]
        split {"slice":0}
        = ["2024-01-06T21:14:28+0000","2024-01-13T21:14:27+0000","2024-01-13T21:14:28+0000",\
        "2024-01-20T21:14:27+0000"]
        close {"slice":1,"records":["2024-01-12T01:14:25+0530"],"at":300}
        = {"kept":[true],"rest":"2024-01-12T01:14:25+0530","state":{"u":"2024-01-06T21:14:28+0000"}}
        state {}
        = {"u":"2024-01-06T21:14:28+0000"}
        """,
        """
        cursor {"datetime_format":"%d/%m/%Y %H:%M","start_datetime":"06/01/2024 03:05",\
        "end_datetime":"05/03/2024 00:00","step":"P2W","cursor_granularity":"PT1M","lookback_window":"P2D",\
        "is_compare_strictly":true}
        input {"u":"12/02/2024 23:43"}
        begin {}
        = [["10/02/2024 23:43","24/02/2024 23:42"],["24/02/2024 23:43","05/03/2024 00:00"]]
        close {"slice":0,"records":[],"at":0}
        = {"kept":[],"rest":"10/02/2024 23:43","state":{"u":"12/02/2024 23:43"}}
        close {"slice":1,"records":[],"at":300}
        = {"kept":[],"rest":"24/02/2024 23:43","state":{"u":"12/02/2024 23:43"}}
        state {}
        = {"u":"12/02/2024 23:43"}
        """,
        """
        cursor {"datetime_format":"%epoch_microseconds","start_datetime":"1704844800000000",\
        "end_datetime":"1708656172185990","step":"P30D","cursor_granularity":"PT0.000001S",\
        "clamping":{"target":"WEEK","target_details":{"weekday":"WEDNESDAY"}}}
        input {"u":"1708681945974832"}
        begin {}
        = []
        state {}
        = {"u":"1708681945974832"}
        """,
        """
        cursor {"datetime_format":"%s","start_datetime":"1704672000","end_datetime":"1705816042",\
        "step":"P1M2D","cursor_granularity":"PT1S"}
        input {"u":"1706883856"}
        begin {}
        = []
        state {}
        = {"u":"1706883856"}
        """,
        """
        cursor {"datetime_format":"%Y-%m-%d","start_datetime":"2024-01-03","end_datetime":"2024-03-05",\
        "lookback_window":"P1M"}
        input {"u":"2024-01-12"}
        begin {}
        = [["2024-01-03","2024-03-05"]]
        close {"slice":0,"records":["2024-01-05","2024-01-10"],"at":300}
        = {"kept":[true,true],"rest":"2024-01-10","state":{"u":"2024-01-12"}}
        state {}
        = {"u":"2024-01-12"}
        """,
        """
        cursor {"datetime_format":"%s_as_float","start_datetime":"1704931200.0",\
        "end_datetime":"1707486181.489546","cursor_datetime_formats":["%Y-%m-%dT%H:%M:%S%z","%Y-%m-%d"],\
        "step":"P1M2D","cursor_granularity":"PT0.000001S","clamping":{"target":"DAY"}}
        begin {}
        = [["1704931200.0","1707436799.999999"]]
        close {"slice":0,"records":["1706054400.0","1705708800.0","1704483930.707465"],"at":300}
        = {"kept":[true,true,false],"rest":"1706054400.0","state":{"u":"1706054400.0"}}
        state {}
        = {"u":"1706054400.0"}
        """,
        """
        cursor {"datetime_format":"%Y-%m-%dT%H:%M:%S.%_msZ","start_datetime":"2024-01-06T03:50:10.605Z",\
        "end_datetime":"2024-01-03T00:00:00.000Z","lookback_window":"P1M","is_compare_strictly":true}
        input {"u":"2024-01-20T00:00:00.000Z"}
        begin {}
        = []
        state {}
        = {"u":"2024-01-20T00:00:00.000Z"}
        """,
        """
        cursor {"datetime_format":"%epoch_microseconds","start_datetime":"1704240000000000",\
        "end_datetime":"1705968000000000","step":"P1M2D","cursor_granularity":"PT0.000001S"}
        input {"u":"1706313600000000"}
        begin {}
        = []
        state {}
        = {"u":"1706313600000000"}
        """,
        """
        cursor {"datetime_format":"%Y-%m-%d","start_datetime":"2024-01-04","end_datetime":"2024-01-28",\
        "step":"P2D","cursor_granularity":"P1D","clamping":{"target":"WEEK",\
        "target_details":{"weekday":"WEDNESDAY"}}}
        input {"u":"2023-12-31"}
        begin {}
        = [["2024-01-10","2024-01-16"],["2024-01-17","2024-01-23"]]
        close {"slice":0,"records":["2024-01-24"],"at":300}
        = {"kept":[false],"rest":"2024-01-24","state":{"u":"2024-01-04"}}
        close {"slice":1,"records":["2024-02-22","2024-03-14"],"at":301}
        = {"kept":[false,false],"rest":"2024-03-14","state":{"u":"2024-01-04"}}
        state {}
        = {"u":"2024-01-04"}
        """,
        """
        cursor {"datetime_format":"%s","start_datetime":"1704931200","end_datetime":"1706572800",\
        "cursor_datetime_formats":["%Y-%m-%dT%H:%M:%S.%f%z"],"lookback_window":"P1M"}
        input {"u":1708299324}
        begin {}
        = [["1705620924","1706572800"]]
        close {"slice":0,"records":["","1705454270",1710460800],"at":0}
        = {"kept":[true,false,false],"rest":"1710460800","state":{"u":"1710460800"}}
        state {}
        = {"u":"1710460800"}
        """,
        """
        cursor {"datetime_format":"%Y-%m-%dT%H:%M:%S.%_msZ","start_datetime":"2024-01-06T00:45:35.000Z",\
        "end_datetime":"2024-01-31T00:00:00.000Z","cursor_datetime_formats":["%Y-%m-%d","%s"],"step":"P1Y",\
        "cursor_granularity":"PT0.001S","lookback_window":"P1M","is_compare_strictly":true}
        begin {}
        = [["2024-01-06T00:45:35.000Z","2024-01-31T00:00:00.000Z"]]
        close {"slice":0,"records":[],"at":0}
        = {"kept":[],"rest":"2024-01-06T00:45:35.000Z","state":{"u":"2024-01-06T00:45:35.000Z"}}
        state {}
        = {"u":"2024-01-06T00:45:35.000Z"}
        """,
        """
        cursor {"datetime_format":"%Y-%m-%dT%H:%M:%S.%f%z",\
        "start_datetime":"2024-01-07T11:04:44.898768+0000","end_datetime":"2024-02-11T00:00:00.000000+0000",\
        "clamping":{"target":"WEEK","target_details":{"weekday":"WEDNESDAY"}}}
        begin {}
        = [["2024-01-10T00:00:00.000000+0000","2024-02-07T00:00:00.000000+0000"]]
        close {"slice":0,"records":["2024-01-25T09:27:35.000000+0000","2024-01-29T01:19:56.000000+0530"],\
        "at":1}
        = {"kept":[true,true],"rest":"2024-01-29T01:19:56.000000+0530",\
        "state":{"u":"2024-01-07T11:04:44.898768+0000"}}
        state {}
        = {"u":"2024-01-07T11:04:44.898768+0000"}
        """,
        """
        cursor {"datetime_format":"%s_as_float","start_datetime":"1704920556.573675",\
        "end_datetime":"1705747005.948516","step":"P1D","cursor_granularity":"PT0.000001S"}
        input {"u":"1706054400.0"}
        begin {}
        = []
        state {}
        = {"u":"1706054400.0"}
        """,
        """
        cursor {"datetime_format":"%Y-%m-%dT%H:%M:%S.%f%z",\
        "start_datetime":"2024-01-04T10:46:00.477149+0000","end_datetime":"2024-01-10T00:00:00.000000+0000",\
        "step":"P1M2D","cursor_granularity":"PT0.000001S"}
        input {"other":"z"}
        begin {}
        = [["2024-01-04T10:46:00.477149+0000","2024-01-10T00:00:00.000000+0000"]]
        close {"slice":0,"records":["2024-01-22T09:13:39.149651-0200","2024-03-18T00:00:00.000000+0000"],\
        "at":1}
        = {"kept":[false,false],"rest":"2024-03-18T00:00:00.000000+0000","state":{"other":"z",\
        "u":"2024-03-18T00:00:00.000000+0000"}}
        state {}
        = {"other":"z","u":"2024-03-18T00:00:00.000000+0000"}
        """,
        """
        cursor {"datetime_format":"%d/%m/%Y %H:%M","start_datetime":"05/01/2024 00:00",\
        "end_datetime":"11/02/2024 00:00","step":"P1M","cursor_granularity":"PT1M",\
        "clamping":{"target":"MONTH"}}
        input {"state_type":"date-range","slices":[{"start":"06/01/2024 00:00","end":"09/01/2024 01:23",\
        "most_recent_cursor_value":"26/01/2024 00:00"}]}
        begin {}
        = []
        state {}
        = {"u":"26/01/2024 00:00"}
        """,
        """
        cursor {"datetime_format":"%epoch_microseconds","start_datetime":"1704067200000000",\
        "end_datetime":"1704786652000000","cursor_datetime_formats":["%Y-%m-%dT%H:%M:%S.%f%z"],\
        "is_compare_strictly":true}
        input {"state_type":"date-range","slices":[{"start":"1706140800000000","end":"1706486400000000",\
        "most_recent_cursor_value":"1708342082000000"},{"start":"1706745600000000",\
        "end":"1707004800000000"}]}
        begin {}
        = [["1704067200000000","1704786652000000"]]
        close {"slice":0,"records":["1703791864000000"],"at":300}
        = {"kept":[false],"rest":"1703791864000000","state":{"u":"1703791864000000"}}
        state {}
        = {"u":"1703791864000000"}
        """,
        """
        cursor {"datetime_format":"%Y-%m-%dT%H:%M:%S.%_msZ","start_datetime":"2024-01-04T16:45:50.023Z",\
        "end_datetime":"2024-01-27T00:00:00.000Z","cursor_datetime_formats":["%Y-%m-%dT%H:%M:%S%z",\
        "%Y-%m-%d"],"lookback_window":"P1M","clamping":{"target":"DAY"}}
        begin {}
        = [["2024-01-05T00:00:00.000Z","2024-01-27T00:00:00.000Z"]]
        close {"slice":0,"records":["2024-02-11T00:00:00.000Z","2024-01-07T00:00:00.000Z"],"at":1}
        = {"kept":[false,true],"rest":"2024-02-11T00:00:00.000Z","state":{"u":"2024-01-04T16:45:50.023Z"}}
        state {}
        = {"u":"2024-01-04T16:45:50.023Z"}
        """,
        """
        cursor {"datetime_format":"%Y-%m-%dT%H:%M:%SZ","start_datetime":"2024-01-11T18:42:04Z",\
        "end_datetime":"2024-01-24T23:03:12Z","cursor_datetime_formats":["%Y-%m-%dT%H:%M:%S%z","%Y-%m-%d"],\
        "step":"P2W","cursor_granularity":"PT1S"}
        begin {}
        = [["2024-01-11T18:42:04Z","2024-01-24T23:03:12Z"]]
        close {"slice":0,"records":[],"at":300}
        = {"kept":[],"rest":"2024-01-11T18:42:04Z","state":{"u":"2024-01-11T18:42:04Z"}}
        state {}
        = {"u":"2024-01-11T18:42:04Z"}
        """,
        """
        cursor {"datetime_format":"%Y-%m-%dT%H:%M:%SZ","start_datetime":"2024-01-05T00:00:00Z",\
        "end_datetime":"2024-01-20T00:00:00Z"}
        input {"other":"z"}
        begin {}
        = [["2024-01-05T00:00:00Z","2024-01-20T00:00:00Z"]]
        close {"slice":0,"records":[],"at":0}
        = {"kept":[],"rest":"2024-01-05T00:00:00Z","state":{"other":"z","u":"2024-01-05T00:00:00Z"}}
        state {}
        = {"other":"z","u":"2024-01-05T00:00:00Z"}
        """,
        """
        cursor {"datetime_format":"%ms","start_datetime":"1704240000000","end_datetime":"1706786876081",\
        "step":"P1Y","cursor_granularity":"PT0.001S"}
        begin {}
        = [["1704240000000","1706786876081"]]
        close {"slice":0,"records":["1703894400000",1703721600000,"-"],"at":700}
        = {"kept":[false,false,true],"rest":"1703894400000","state":{"u":"1704240000000"}}
        state {}
        = {"u":"1704240000000"}
        """,
        """
        cursor {"datetime_format":"%Y-%m-%dT%H:%M:%S.%f%z",\
        "start_datetime":"2024-01-05T22:00:00.000000-0200","end_datetime":"2024-03-03T20:17:36.000000+0000",\
        "step":"P1Y","cursor_granularity":"PT0.000001S","is_compare_strictly":true,\
        "clamping":{"target":"MONTH"}}
        input {"u":"2024-02-06T09:08:45.253809+0000"}
        begin {}
        = []
        state {}
        = {"u":"2024-02-06T09:08:45.253809+0000"}
        """,
        """
        cursor {"datetime_format":"%ms","start_datetime":"1704438276346","end_datetime":"1706054400000",\
        "lookback_window":"PT5H"}
        begin {}
        = [["1704438276346","1706054400000"]]
        close {"slice":0,"records":[],"at":700}
        = {"kept":[],"rest":"1704438276346","state":{"u":"1704438276346"}}
        state {}
        = {"u":"1704438276346"}
        """,
        """
        cursor {"datetime_format":"%s_as_float","start_datetime":"1704555171.0",\
        "end_datetime":"1706572800.0","is_compare_strictly":true}
        input {"u":"1704758400.0"}
        begin {}
        = [["1704758400.0","1706572800.0"]]
        close {"slice":0,"records":["1705536000.0"],"at":1}
        = {"kept":[true],"rest":"1705536000.0","state":{"u":"1705536000.0"}}
        state {}
        = {"u":"1705536000.0"}
        """,
    ]
}
