/// Syncs of streams with partitions.
///
/// Random cases with the results of the reference.
enum PartitionedCursorCases {
    static let cases: [String] = [
        """
        cursor {"datetime_format":"%s_as_float","start_datetime":"1704835878.0",\
        "end_datetime":"1706745600.0","cursor_datetime_formats":["%Y-%m-%d","%s"],"step":"P30D",\
        "cursor_granularity":"PT0.000001S"}
        input {"u":"1705968000.0"}
        begin {"partition":{"id":5.0},"parent":{}}
        = [["1705968000.0","1706745600.0"]]
        close {"slice":0,"records":[],"at":300}
        = {"kept":[],"rest":"1705968000.0","state":{"use_global_cursor":false,\
        "states":[{"partition":{"id":5.0},"cursor":{"u":"1705968000.0"}}],"state":{"u":"1705968000.0"},\
        "lookback_window":0,"parent_state":{}}}
        state {}
        = {"use_global_cursor":false,"states":[{"partition":{"id":5.0},"cursor":{"u":"1705968000.0"}}],\
        "state":{"u":"1705968000.0"},"lookback_window":0,"parent_state":{}}
        final {"at":300,"parent":{}}
        = {"use_global_cursor":false,"states":[{"partition":{"id":5.0},"cursor":{"u":"1705968000.0"}}],\
        "state":{"u":"1705968000.0"},"lookback_window":0,"parent_state":{}}
        """,
        """
        cursor {"datetime_format":"%epoch_microseconds","start_datetime":"1704240000000000",\
        "end_datetime":"1704765400000000","step":"P1D","cursor_granularity":"P1D",\
        "global_substream_cursor":true}
        input {"state":{"u":"1707782400000000"},"lookback_window":200000}
        begin {"partition":{"parent_slice":{"z":1,"a":2},"id":2},"parent":{"p":{"u":"0"}}}
        = []
        begin {"partition":{"id":5.0},"parent":{"p":{"u":"0"}}}
        = []
        begin {"partition":{"b":"ä","a":[1,null]},"parent":{"p":{"u":"1"}}}
        = []
        begin {"partition":{"id":5.0},"parent":{"p":{"u":"1"}}}
        = []
        final {"at":59,"parent":{"p":{"u":"49"}}}
        = {"use_global_cursor":false,"states":[{"partition":{"id":2,"parent_slice":{"a":2,"z":1}},\
        "cursor":{"u":"1707582400000000"}},{"partition":{"id":5.0},"cursor":{"u":"1707582400000000"}},\
        {"partition":{"a":[1,null],"b":"ä"},"cursor":{"u":"1707582400000000"}}],\
        "state":{"u":"1707782400000000"},"lookback_window":200000,"parent_state":{"p":{"u":"49"}}}
        """,
        """
        cursor {"datetime_format":"%d/%m/%Y %H:%M","start_datetime":"01/01/2024 00:00",\
        "end_datetime":"02/01/2024 00:00","lookback_window":"PT0S"}
        limit 4
        begin {"partition":{"id":"1","parent_slice":{}},"parent":{}}
        = [["01/01/2024 00:00","02/01/2024 00:00"]]
        close {"slice":0,"records":["07/03/2024 00:00","07/02/2024 03:53"],"at":1}
        = {"kept":[false,false],"rest":"07/03/2024 00:00","state":{"use_global_cursor":false,\
        "states":[{"partition":{"id":"1","parent_slice":{}},"cursor":{"u":"07/03/2024 00:00"}}],\
        "lookback_window":0,"parent_state":{}}}
        final {"at":24,"parent":{}}
        = {"use_global_cursor":false,"states":[{"partition":{"id":"1","parent_slice":{}},\
        "cursor":{"u":"07/03/2024 00:00"}}],"state":{"u":"07/03/2024 00:00"},"lookback_window":24,\
        "parent_state":{}}
        """,
        """
        cursor {"datetime_format":"%s","start_datetime":"1704360744","end_datetime":"1704984703",\
        "cursor_datetime_formats":["%Y-%m-%d","%s"],"global_substream_cursor":true}
        input {"__ab_no_cursor_state_message":true}
        begin {"partition":{"b":"ä","a":[1,null]},"parent":{}}
        = [["1704360744","1704984703"]]
        begin {"partition":{"parent_slice":{"z":1,"a":2},"id":2},"parent":{}}
        = [["1704360744","1704984703"]]
        close {"slice":1,"records":[],"at":300}
        = {"kept":[],"rest":"1704360744","state":null}
        close {"slice":0,"records":[],"at":600}
        = {"kept":[],"rest":"1704360744","state":null}
        begin {"partition":{"b":"ä","a":[1,null]},"parent":{}}
        = [["1704360744","1704984703"]]
        close {"slice":2,"records":[],"at":601}
        = {"kept":[],"rest":"1704360744","state":null}
        state {}
        = {"use_global_cursor":true,"lookback_window":0,"parent_state":{}}
        final {"at":657,"parent":{}}
        = {"use_global_cursor":true,"lookback_window":0,"parent_state":{}}
        """,
        """
        cursor {"datetime_format":"%ms","start_datetime":"1704758400000","end_datetime":"1707132573000",\
        "clamping":{"target":"DAY"}}
        input {"states":[{"partition":{"id":true},"cursor":{"u":"1703980800000"}},{"partition":{"id":"1",\
        "parent_slice":{}},"cursor":{"u":1707436800000,"k":0}},{"partition":{"b":"ä","a":[1,null]},\
        "cursor":{"u":1705276800000}},{"partition":{"parent_slice":{"z":1,"a":2},"id":2},\
        "cursor":{"u":1704844800000}}],"state":{"u":"1708992000000"},"parent_state":{}}
        limit 4
        begin {"partition":{"id":true}}
        = [["1704758400000","1707091200000"]]
        split {"slice":0}
        = null
        begin {"partition":{"id":5.0}}
        = []
        begin {"partition":{"parent_slice":{"z":1,"a":2},"id":2}}
        = [["1704844800000","1707091200000"]]
        close {"slice":1,"records":[1704995644605],"at":700}
        = {"kept":[false],"rest":"1704995644605","state":null}
        begin {"partition":{"id":true}}
        = []
        begin {"partition":{"id":"1","parent_slice":{}}}
        = []
        final {"at":778}
        = {"use_global_cursor":true,"state":{"u":"1708992000000"},"lookback_window":0}
        """,
        """
        cursor {"datetime_format":"%epoch_microseconds","start_datetime":"1704872491628707",\
        "end_datetime":"1706140800000000","cursor_datetime_formats":["%Y-%m-%dT%H:%M:%S.%f%z"],"step":"P1Y",\
        "cursor_granularity":"PT0.000001S","lookback_window":"P1D","global_substream_cursor":true}
        input {"u":"1705095411000000"}
        begin {"partition":{"id":5.0}}
        = [["1705009011000000","1706140800000000"]]
        close {"slice":0,"records":[],"at":0}
        = {"kept":[],"rest":"1705009011000000","state":null}
        state {}
        = {"use_global_cursor":true,"state":{"u":"1705095411000000"},"lookback_window":0}
        begin {"partition":{"id":true}}
        = [["1705009011000000","1706140800000000"]]
        close {"slice":1,"records":[],"at":0}
        = {"kept":[],"rest":"1705009011000000","state":null}
        begin {"partition":{"id":5.0}}
        = [["1705009011000000","1706140800000000"]]
        split {"slice":2}
        = ["1705009011000000","1705574905499999","1705574905500000","1706140800000000"]
        final {"at":97}
        = {"use_global_cursor":true,"state":{"u":"1705095411000000"},"lookback_window":0}
        """,
        """
        cursor {"datetime_format":"%s","start_datetime":"1704304110","end_datetime":"1704672000",\
        "cursor_datetime_formats":["%Y-%m-%d","%s"]}
        input {"state":{"u":1707004800},"use_global_cursor":false}
        begin {"partition":{"b":"ä","a":[1,null]},"parent":{"p":{"u":"0"}}}
        = []
        begin {"partition":{"parent_slice":{"z":1,"a":2},"id":2},"parent":{"p":{"u":"0"}}}
        = []
        begin {"partition":{"id":1,"parent_slice":{}},"parent":{"p":{"u":"1"}}}
        = []
        begin {"partition":{"b":"ä","a":[1,null]},"parent":{"p":{"u":"1"}}}
        = []
        final {"at":27,"parent":{"p":{"u":"49"}}}
        = {"use_global_cursor":false,"states":[{"partition":{"a":[1,null],"b":"ä"},\
        "cursor":{"u":"1707004800"}},{"partition":{"id":2,"parent_slice":{"a":2,"z":1}},\
        "cursor":{"u":"1707004800"}},{"partition":{"id":1,"parent_slice":{}},"cursor":{"u":"1707004800"}}],\
        "state":{"u":"1707004800"},"lookback_window":0,"parent_state":{"p":{"u":"49"}}}
        """,
        """
        cursor {"datetime_format":"%Y-%m-%dT%H:%M:%S.%f%z",\
        "start_datetime":"2024-01-02T00:00:00.000000+0000","end_datetime":"2024-01-23T00:00:00.000000+0000"}
        input {"state":{"u":"2024-01-26T00:00:00.000000+0000"},"use_global_cursor":false,"parent_state":{}}
        limit 0
        begin {"partition":{"id":true},"parent":{}}
        = []
        begin {"partition":{"parent_slice":{"z":1,"a":2},"id":2},"parent":{}}
        = []
        begin {"partition":{"id":5.0},"parent":{}}
        = []
        begin {"partition":{"parent_slice":{"z":1,"a":2},"id":2},"parent":{}}
        = []
        begin {"partition":{"id":true},"parent":{}}
        = []
        final {"at":27,"parent":{}}
        = {"use_global_cursor":true,"state":{"u":"2024-01-26T00:00:00.000000+0000"},"lookback_window":0,\
        "parent_state":{}}
        """,
        """
        cursor {"datetime_format":"%s_as_float","start_datetime":"1704412800.0",\
        "end_datetime":"1708819200.0","step":"P30D","cursor_granularity":"PT0.000001S",\
        "is_compare_strictly":true,"clamping":{"target":"MONTH"}}
        input {"u":"1708611801.0"}
        limit 0
        begin {"partition":{"id":true},"parent":{}}
        = []
        begin {"partition":{"id":1,"parent_slice":{}},"parent":{}}
        = []
        begin {"partition":{"id":true},"parent":{}}
        = []
        final {"at":98,"parent":{}}
        = {"use_global_cursor":true,"state":{"u":"1708611801.0"},"lookback_window":0,"parent_state":{}}
        """,
        """
        cursor {"datetime_format":"%s_as_float","start_datetime":"1704844800.0",\
        "end_datetime":"1708121255.0","step":"P30D","cursor_granularity":"PT0.000001S",\
        "global_substream_cursor":true,"clamping":{"target":"MONTH"}}
        input {"u":"1705017600.0"}
        limit 3
        begin {"partition":{"parent_slice":{"z":1,"a":2},"id":2},"parent":{}}
        = []
        final {"at":19,"parent":{}}
        = {"use_global_cursor":true,"state":{"u":"1705017600.0"},"lookback_window":0,"parent_state":{}}
        """,
        """
        cursor {"datetime_format":"%Y-%m-%dT%H:%M:%S.%_msZ","start_datetime":"2024-01-07T00:00:00.000Z",\
        "end_datetime":"2024-01-19T05:08:41.000Z","step":"P1M2D","cursor_granularity":"PT0.001S"}
        begin {"partition":{"id":"1","parent_slice":{}},"parent":{"p":{"u":"0"}}}
        = [["2024-01-07T00:00:00.000Z","2024-01-19T05:08:41.000Z"]]
        close {"slice":0,"records":[],"at":300}
        = {"kept":[],"rest":"2024-01-07T00:00:00.000Z","state":{"use_global_cursor":false,\
        "states":[{"partition":{"id":"1","parent_slice":{}},"cursor":{"u":"2024-01-07T00:00:00.000Z"}}],\
        "lookback_window":0,"parent_state":{"p":{"u":"0"}}}}
        state {}
        = {"use_global_cursor":false,"states":[{"partition":{"id":"1","parent_slice":{}},\
        "cursor":{"u":"2024-01-07T00:00:00.000Z"}}],"lookback_window":0,"parent_state":{"p":{"u":"0"}}}
        final {"at":330,"parent":{"p":{"u":"49"}}}
        = {"use_global_cursor":false,"states":[{"partition":{"id":"1","parent_slice":{}},\
        "cursor":{"u":"2024-01-07T00:00:00.000Z"}}],"lookback_window":0,"parent_state":{"p":{"u":"49"}}}
        """,
        """
        cursor {"datetime_format":"%Y-%m-%dT%H:%M:%S.%_msZ","start_datetime":"2024-01-01T16:35:46.000Z",\
        "end_datetime":"2024-01-22T00:00:00.000Z","lookback_window":"P1M"}
        begin {"partition":{"id":5.0}}
        = [["2024-01-01T16:35:46.000Z","2024-01-22T00:00:00.000Z"]]
        close {"slice":0,"records":["2024-02-20T19:09:03.674Z","2024-01-19T11:50:39.000Z",\
        "2024-02-01T00:00:00.000Z"],"at":300}
        = {"kept":[false,true,false],"rest":"2024-02-20T19:09:03.674Z","state":{"use_global_cursor":false,\
        "states":[{"partition":{"id":5.0},"cursor":{"u":"2024-02-20T19:09:03.674Z"}}],"lookback_window":0}}
        begin {"partition":{"id":1,"parent_slice":{}}}
        = [["2024-01-01T16:35:46.000Z","2024-01-22T00:00:00.000Z"]]
        close {"slice":1,"records":["2024-01-13T22:35:28.000Z"],"at":301}
        = {"kept":[true],"rest":"2024-01-13T22:35:28.000Z","state":null}
        final {"at":367}
        = {"use_global_cursor":false,"states":[{"partition":{"id":5.0},\
        "cursor":{"u":"2024-02-20T19:09:03.674Z"}},{"partition":{"id":1,"parent_slice":{}},\
        "cursor":{"u":"2024-01-13T22:35:28.000Z"}}],"state":{"u":"2024-02-20T19:09:03.674Z"},\
        "lookback_window":367}
        """,
        """
        cursor {"datetime_format":"%Y-%m-%dT%H:%M:%S%z","start_datetime":"2024-01-11T09:54:48+0000",\
        "end_datetime":"2024-02-20T00:00:00+0000","is_compare_strictly":true,"global_substream_cursor":true}
        begin {"partition":{"id":1,"parent_slice":{}}}
        = [["2024-01-11T09:54:48+0000","2024-02-20T00:00:00+0000"]]
        close {"slice":0,"records":["2024-02-06T06:45:18+0000"],"at":300}
        = {"kept":[true],"rest":"2024-02-06T06:45:18+0000","state":null}
        begin {"partition":{"id":5.0}}
        = [["2024-01-11T09:54:48+0000","2024-02-20T00:00:00+0000"]]
        begin {"partition":{"id":true}}
        = [["2024-01-11T09:54:48+0000","2024-02-20T00:00:00+0000"]]
        close {"slice":1,"records":["2024-02-05T00:00:00+0000"],"at":600}
        = {"kept":[true],"rest":"2024-02-05T00:00:00+0000","state":null}
        begin {"partition":{"id":"1","parent_slice":{}}}
        = [["2024-01-11T09:54:48+0000","2024-02-20T00:00:00+0000"]]
        split {"slice":3}
        = null
        close {"slice":2,"records":[],"at":601}
        = {"kept":[],"rest":"2024-01-11T09:54:48+0000","state":null}
        final {"at":698}
        = {"use_global_cursor":true,"lookback_window":0}
        """,
        """
        cursor {"datetime_format":"%Y-%m-%dT%H:%M:%S.%f%z",\
        "start_datetime":"2024-01-09T23:40:38.000000-0200","end_datetime":"2024-01-03T00:00:00.000000+0000",\
        "step":"P30D","cursor_granularity":"PT0.000001S","lookback_window":"P1D","is_compare_strictly":true,\
        "global_substream_cursor":true}
        input {"states":[],"state":{"u":"2024-02-14T05:30:00.000000+0530"},"lookback_window":1,\
        "use_global_cursor":false}
        limit 4
        begin {"partition":{"id":true},"parent":{"p":{"u":"0"}}}
        = []
        final {"at":80,"parent":{"p":{"u":"49"}}}
        = {"use_global_cursor":false,"states":[{"partition":{"id":true},\
        "cursor":{"u":"2024-02-14T05:29:59.000000+0530"}}],"state":{"u":"2024-02-14T05:30:00.000000+0530"},\
        "lookback_window":1,"parent_state":{"p":{"u":"49"}}}
        """,
        """
        cursor {"datetime_format":"%d/%m/%Y %H:%M","start_datetime":"03/01/2024 01:01",\
        "end_datetime":"20/01/2024 00:00","cursor_datetime_formats":["%Y-%m-%dT%H:%M:%S%z","%Y-%m-%d"],\
        "global_substream_cursor":true,"clamping":{"target":"DAY"}}
        begin {"partition":{"parent_slice":{"z":1,"a":2},"id":2},"parent":{}}
        = [["04/01/2024 00:00","20/01/2024 00:00"]]
        begin {"partition":{"b":"ä","a":[1,null]},"parent":{}}
        = [["04/01/2024 00:00","20/01/2024 00:00"]]
        close {"slice":0,"records":[],"at":300}
        = {"kept":[],"rest":"04/01/2024 00:00","state":null}
        close {"slice":1,"records":["15/03/2024 00:00","2024-02-01"],"at":1000}
        = {"kept":[false,false],"rest":"15/03/2024 00:00","state":null}
        final {"at":1066,"parent":{}}
        = {"use_global_cursor":true,"state":{"u":"15/03/2024 00:00"},"lookback_window":1066,\
        "parent_state":{}}
        """,
        """
        cursor {"datetime_format":"%s","start_datetime":"1704329888","end_datetime":"1706347922",\
        "step":"PT36H","cursor_granularity":"PT1S","lookback_window":"PT5H","clamping":{"target":"WEEK",\
        "target_details":{"weekday":"SUNDAY"}}}
        limit 2
        begin {"partition":{"id":"1","parent_slice":{}},"parent":{"p":{"u":"0"}}}
        = [["1704585600","1705190399"],["1705190400","1705795199"]]
        split {"slice":1}
        = ["1705190400","1705492799","1705492800","1705795199"]
        close {"slice":0,"records":[],"at":300}
        = {"kept":[],"rest":"1704585600","state":{"use_global_cursor":false,\
        "states":[{"partition":{"id":"1","parent_slice":{}},"cursor":{"u":"1704329888"}}],\
        "lookback_window":0}}
        final {"at":368,"parent":{"p":{"u":"49"}}}
        = {"use_global_cursor":false,"states":[{"partition":{"id":"1","parent_slice":{}},\
        "cursor":{"u":"1704329888"}}],"lookback_window":0}
        """,
        """
        cursor {"datetime_format":"%ms","start_datetime":"1704585600000","end_datetime":"1705363200000",\
        "step":"P1Y","cursor_granularity":"PT0.001S","global_substream_cursor":true}
        begin {"partition":{"id":5.0},"parent":{}}
        = [["1704585600000","1705363200000"]]
        close {"slice":0,"records":[1707696000000],"at":0}
        = {"kept":[false],"rest":"1707696000000","state":null}
        state {}
        = {"use_global_cursor":true,"lookback_window":0,"parent_state":{}}
        begin {"partition":{"id":true},"parent":{}}
        = [["1704585600000","1705363200000"]]
        split {"slice":1}
        = ["1704585600000","1704974399999","1704974400000","1705363200000"]
        final {"at":5,"parent":{}}
        = {"use_global_cursor":true,"lookback_window":0,"parent_state":{}}
        """,
        """
        cursor {"datetime_format":"%Y-%m-%dT%H:%M:%S.%f%z",\
        "start_datetime":"2024-01-01T00:00:00.000000+0000","end_datetime":"2024-01-14T08:46:56.000000+0530",\
        "cursor_datetime_formats":["%Y-%m-%dT%H:%M:%S.%f%z"],"step":"P1M","cursor_granularity":"PT1H",\
        "lookback_window":"P1D","global_substream_cursor":true}
        begin {"partition":{"id":true}}
        = [["2024-01-01T00:00:00.000000+0000","2024-01-14T08:46:56.000000+0530"]]
        close {"slice":0,"records":[],"at":300}
        = {"kept":[],"rest":"2024-01-01T00:00:00.000000+0000","state":null}
        final {"at":349}
        = {"use_global_cursor":true,"lookback_window":0}
        """,
        """
        cursor {"datetime_format":"%s","start_datetime":"1704499200","end_datetime":"1704264161"}
        begin {"partition":{"id":"1","parent_slice":{}},"parent":{}}
        = []
        begin {"partition":{"b":"ä","a":[1,null]},"parent":{}}
        = []
        begin {"partition":{"id":5.0},"parent":{}}
        = []
        final {"at":17,"parent":{}}
        = {"use_global_cursor":false,"states":[{"partition":{"id":"1","parent_slice":{}},\
        "cursor":{"u":"1704499200"}},{"partition":{"a":[1,null],"b":"ä"},"cursor":{"u":"1704499200"}},\
        {"partition":{"id":5.0},"cursor":{"u":"1704499200"}}],"lookback_window":0,"parent_state":{}}
        """,
        """
        cursor {"datetime_format":"%Y-%m-%dT%H:%M:%S.%_msZ","start_datetime":"2024-01-07T00:00:00.000Z",\
        "end_datetime":"2024-02-10T06:19:16.000Z","clamping":{"target":"WEEK",\
        "target_details":{"weekday":"FRIDAY"}}}
        limit 0
        begin {"partition":{"b":"ä","a":[1,null]},"parent":{}}
        = [["2024-01-12T00:00:00.000Z","2024-02-09T00:00:00.000Z"]]
        close {"slice":0,"records":["2024-03-02T00:00:00.000Z","-"],"at":700}
        = {"kept":[false,true],"rest":"2024-03-02T00:00:00.000Z","state":{"use_global_cursor":false,\
        "states":[{"partition":{"a":[1,null],"b":"ä"},"cursor":{"u":"2024-01-07T00:00:00.000Z"}}],\
        "lookback_window":0,"parent_state":{}}}
        final {"at":708,"parent":{}}
        = {"use_global_cursor":false,"states":[{"partition":{"a":[1,null],"b":"ä"},\
        "cursor":{"u":"2024-01-07T00:00:00.000Z"}}],"state":{"u":"2024-03-02T00:00:00.000Z"},\
        "lookback_window":708,"parent_state":{}}
        """,
        """
        cursor {"datetime_format":"%ms","start_datetime":"1704931200000","end_datetime":"1704855702000",\
        "step":"P3D","cursor_granularity":"PT0.001S","is_compare_strictly":true}
        limit 1
        begin {"partition":{"id":"1","parent_slice":{}},"parent":{"p":{"u":"0"}}}
        = []
        begin {"partition":{"id":1,"parent_slice":{}},"parent":{"p":{"u":"0"}}}
        = []
        begin {"partition":{"parent_slice":{"z":1,"a":2},"id":2},"parent":{"p":{"u":"1"}}}
        = []
        begin {"partition":{"id":"1","parent_slice":{}},"parent":{"p":{"u":"1"}}}
        = []
        begin {"partition":{"id":1,"parent_slice":{}},"parent":{"p":{"u":"2"}}}
        = []
        begin {"partition":{"b":"ä","a":[1,null]},"parent":{"p":{"u":"2"}}}
        = []
        final {"at":27,"parent":{"p":{"u":"49"}}}
        = {"use_global_cursor":true,"lookback_window":0,"parent_state":{"p":{"u":"49"}}}
        """,
    ]
}
